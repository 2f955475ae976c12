package dev.contactsdk.benchmarks;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** This SDK with all that it does by default; only the limit is higher than it can call. */
final class SdkClient implements Client {
  private final Target target;

  /** Checked when it is made, which no peer does: that is timed apart, in {@link SmallParts}. */
  private static final CellPhone NUMBER = CellPhone.of("+1", "2025550101");

  private final List<AutoCloseable> open = new ArrayList<>();

  SdkClient(Target target) {
    this.target = target;
  }

  /** A limit that is kept and never reached: 100,000 calls in a quarter of a second. */
  private static RateLimiter highLimit() {
    return RateLimiter.of(new Window(100_000, Duration.ofMillis(1)));
  }

  @Override
  public Operation operation(Work work) {
    if (work.isKore()) {
      KoreClient kore = kore();
      return () -> createKore(kore);
    }
    TruedyClient truedy = truedy(work.baseUrl(target.server()));
    return work.isCreate()
        ? () -> createTruedy(truedy)
        : () -> truedy.contacts().list().execute().items();
  }

  TruedyClient truedy(String baseUrl) {
    TruedyClient.Builder builder = TruedyClient.builder().baseUrl(baseUrl).apiKey(Canned.API_KEY);
    TruedyClient client = prepared(builder).build();
    open.add(client);
    return client;
  }

  private KoreClient kore() {
    KoreClient client =
        prepared(
                KoreClient.builder()
                    .baseUrl(target.server())
                    .streamId(Canned.STREAM_ID)
                    .accountId(Canned.ACCOUNT_ID)
                    .credentials(Canned.CLIENT_ID, Canned.CLIENT_SECRET))
            .build();
    open.add(client);
    return client;
  }

  private <B extends ClientBuilder<B>> B prepared(B builder) {
    B limited = builder.rateLimiter(highLimit());
    return target.connections() == 0 ? limited : limited.okHttpClient(target.okHttp());
  }

  static TruedyContact createTruedy(TruedyClient truedy) {
    return truedy.contacts().create(newTruedyContact()).execute();
  }

  static NewTruedyContact newTruedyContact() {
    return NewTruedyContact.builder("+14155550123")
        .firstName("Asha")
        .lastName("Rao")
        .email("asha.rao@example.com")
        .folder("fld_2f6e1c")
        .customField("plan", "gold")
        .build();
  }

  private static KoreContact createKore(KoreClient kore) {
    return kore.contacts()
        .create(
            NewKoreContact.builder()
                .firstName("Ada")
                .lastName("Byron")
                .salutation("Mrs")
                .cellPhone(NUMBER)
                .build())
        .execute();
  }

  @Override
  public void close() {
    open.forEach(SdkClient::close);
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

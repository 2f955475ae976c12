package dev.contactsdk.transfer.source;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.StoredPages;
import java.util.List;
import java.util.Objects;

/**
 * The contacts of a Kore.ai contact centre, listed page by page; deleted ones are left out. The
 * client's retries and limiter apply. Immutable.
 *
 * <p>The columns are {@code phone}, in E.164, {@code firstName}, {@code lastName}, {@code
 * salutation}, {@code extension}, and {@code name}, which only contacts without a first and last
 * name have. They are the names of {@link Fields}, so a mapping finds them. Rows are numbered from
 * 1.
 *
 * <p>A contact that cannot be read is a row with {@link SourceRow#damage()}. A list that does not
 * come to its end is no source: {@code next} throws.
 *
 * <p>Source: Kore.ai, "Get All Contacts".
 */
public final class KoreSource implements Source {
  private static final int PAGE = 1000;
  private static final List<String> COLUMNS =
      List.of(
          Fields.PHONE,
          Fields.FIRST_NAME,
          Fields.LAST_NAME,
          Fields.SALUTATION,
          Fields.EXTENSION,
          Fields.NAME);

  private final KoreClient client;

  private KoreSource(KoreClient client) {
    this.client = client;
  }

  /**
   * The contacts of a client's stream.
   *
   * @param client the client; the caller closes it after the plan
   * @return the source
   */
  public static KoreSource of(KoreClient client) {
    return new KoreSource(Objects.requireNonNull(client, "client"));
  }

  @Override
  public String description() {
    return "Kore.ai (" + client.account() + ")";
  }

  @Override
  public Rows open() {
    return StoredRows.open(
        "Kore.ai", StoredPages.of(client.contacts().list().pageSize(PAGE)), COLUMNS);
  }

  @Override
  public String toString() {
    return description();
  }
}

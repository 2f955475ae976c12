package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ada;
import static dev.contactsdk.tests.e2e.Support.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class OwnClientE2eTest {

  private static final long ENOUGH_MILLIS = 60_000;

  private static OkHttpClient counting(AtomicInteger requests) {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              requests.incrementAndGet();
              return chain.proceed(chain.request());
            })
        .build();
  }

  private static void stop(OkHttpClient http) {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void callsGoThroughTheApplicationsClientWhichStaysOpen() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    OkHttpClient http = counting(requests);
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      try (KoreClient kore = sandbox.clientBuilder().okHttpClient(http).build()) {
        assertThat(kore.contacts().create(ada()).execute().id()).isNotNull();
      }
      assertThat(requests).hasValue(1);
      Request plain = new Request.Builder().url(sandbox.baseUrl() + "/x").build();
      try (Response response = http.newCall(plain).execute()) {
        assertThat(response.code()).isEqualTo(404);
      }
    } finally {
      stop(http);
    }
  }

  @Test
  void theApplicationsClientNeitherRepeatsNorFollowsBehindTheSdksBack() {
    AtomicInteger requests = new AtomicInteger();
    OkHttpClient http = counting(requests);
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(new VirtualClock()).start();
        TruedySandbox other = TruedySandbox.start();
        TruedyClient truedy = sandbox.clientBuilder().okHttpClient(http).build()) {
      NewTruedyContact contact = NewTruedyContact.builder("+12025550101").build();
      for (Fault fault :
          List.of(
              Fault.cutAfterStore(),
              Fault.status(503, "", "Retry-After", "0").storing(),
              Fault.redirect(302, other.baseUrl() + "/contacts"),
              Fault.redirect(307, other.baseUrl() + "/contacts"),
              Fault.redirect(308, other.baseUrl() + "/contacts"))) {
        sandbox.clearRequests();
        sandbox.fail().next().with(fault);
        assertThat(failure(() -> truedy.contacts().create(contact).execute())).isNotNull();
        assertThat(sandbox.requestCount()).isEqualTo(1);
      }
      assertThat(other.requestCount()).isZero();
    } finally {
      stop(http);
    }
  }

  @Test
  void aPooledConnectionThatDiedIsNoReasonToSendACreateTwice() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(new VirtualClock()).start();
        KoreClient kore = sandbox.client()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      sandbox.cutOpenConnections();
      SdkException failure = failure(() -> kore.contacts().create(ada()).execute());
      if (failure != null) {
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      }
      assertThat(sandbox.contactCount()).isLessThanOrEqualTo(1);
      assertThat(sandbox.requestCount("createContacts")).isLessThanOrEqualTo(1);
      assertThat(kore.contacts().list().execute()).isNotNull();
    }
  }

  @Test
  void closingTwiceIsFineAndAClosedClientSaysSo() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      KoreClient kore = sandbox.client();
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      kore.close();
      kore.close();
      sandbox.clearRequests();
      SdkException failure = failure(() -> kore.contacts().list().execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("closed");
      assertThat(kore.contacts().list().executeAsync()).isCompletedExceptionally();
      assertThat(sandbox.requestCount()).isZero();
    }
  }

  @Test
  void aClosedClientLeavesNoThreadOfTheSdk() throws InterruptedException {
    try (KoreSandbox sandbox = KoreSandbox.start();
        TruedySandbox truedySandbox = TruedySandbox.start()) {
      KoreClient kore = sandbox.client();
      TruedyClient truedy = truedySandbox.client();
      List<CompletableFuture<?>> running =
          List.of(
              kore.contacts().list().executeAsync(),
              kore.queues().list().executeAsync(),
              truedy.contacts().list().executeAsync());
      running.forEach(CompletableFuture::join);
      kore.close();
      truedy.close();
      for (Thread thread : sdkThreads()) {
        thread.join(ENOUGH_MILLIS);
      }
      assertThat(sdkThreads()).isEmpty();
    }
  }

  private static Set<Thread> sdkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(OwnClientE2eTest::isOfTheSdk)
        .collect(Collectors.toSet());
  }

  private static boolean isOfTheSdk(Thread thread) {
    String name = thread.getName();
    return name.startsWith("contactsdk") || name.startsWith("OkHttp Dispatcher");
  }
}

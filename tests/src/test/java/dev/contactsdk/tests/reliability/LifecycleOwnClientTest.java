package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockWebServer;
import okhttp3.Cache;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application's own OkHttp client: what the SDK switches off for its calls, and what it keeps.
 */
class LifecycleOwnClientTest {
  private final TruedySandbox sandbox = TruedySandbox.start();
  private final AtomicInteger asked = new AtomicInteger();
  private final OkHttpClient own =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(true)
          .followRedirects(true)
          .authenticator(
              (route, response) -> {
                asked.incrementAndGet();
                return response.request().newBuilder().header("Authorization", "Bearer x").build();
              })
          .build();

  @AfterEach
  void close() {
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
    sandbox.close();
  }

  private TruedyClient client(OkHttpClient okHttp) {
    return sandbox.clientBuilder().okHttpClient(okHttp).retry(RetryPolicy.none()).build();
  }

  private SdkException failure(OkHttpClient okHttp) {
    try (TruedyClient client = client(okHttp)) {
      return catchThrowableOfType(
          SdkException.class,
          () ->
              client.contacts().create(NewTruedyContact.builder("+12025550100").build()).execute());
    }
  }

  private long sent() {
    return sandbox.requestCount("create_contact");
  }

  @Test
  void a503WithRetryAfterZeroIsNotResent() {
    sandbox.fail().with(Fault.storeThenStatus(503).header("Retry-After", "0"));
    assertThat(failure(own).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void aCutIsNotResentAlsoOnAKeptConnection() {
    try (TruedyClient client = client(own)) {
      client.contacts().list().execute();
      sandbox.fail().with(Fault.cutAfterStore());
      assertThat(
              catchThrowableOfType(
                      SdkException.class,
                      () ->
                          client
                              .contacts()
                              .create(NewTruedyContact.builder("+12025550100").build())
                              .execute())
                  .outcome())
          .isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(sent()).isEqualTo(1);
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (TruedySandbox elsewhere = TruedySandbox.start()) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        sandbox.fail().with(Fault.redirect(status, elsewhere.baseUrl() + "/contacts"));
        assertThat(failure(own)).isInstanceOf(ApiException.class);
      }
      assertThat(elsewhere.requestCount()).isZero();
    }
  }

  @Test
  void anAuthenticatorIsNotAsked() {
    sandbox.fail().with(Fault.status(401, "{}"));
    assertThat(failure(own).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(asked).hasValue(0);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void itsTimeoutsAreKept() {
    Duration little = Duration.ofMillis(100);
    for (OkHttpClient hasty :
        List.of(
            own.newBuilder().readTimeout(little).build(),
            own.newBuilder().callTimeout(little).build())) {
      sandbox.fail().with(Fault.delay(Duration.ofMinutes(5)));
      assertThat(failure(hasty)).isInstanceOf(CallTimeoutException.class);
      sandbox.heal();
    }
  }

  /** As found in many an application. */
  private static final class Stubborn implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Request request = chain.request();
      try {
        Response response = chain.proceed(request);
        if (response.isSuccessful()) {
          return response;
        }
        response.close();
      } catch (IOException e) {
        // tries again
      }
      return chain.proceed(request);
    }
  }

  @Test
  void anInterceptorThatTriesAgainDoesNotSendAWriteTwice() {
    OkHttpClient stubborn = own.newBuilder().addInterceptor(new Stubborn()).build();
    sandbox.fail().with(Fault.cutAfterStore());
    assertThat(failure(stubborn).outcome()).isEqualTo(Outcome.UNKNOWN);
    sandbox.fail().with(Fault.storeThenStatus(503));
    assertThat(failure(stubborn).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(sent()).isEqualTo(2);
    assertThat(sandbox.contactCount()).isEqualTo(2);
  }

  /** Signs what is sent, and so has to copy it. */
  private static final class Signing implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Request request = chain.request();
      RequestBody body = request.body();
      if (body == null) {
        return chain.proceed(request);
      }
      Buffer copy = new Buffer();
      body.writeTo(copy);
      RequestBody copied = RequestBody.create(copy.readByteArray(), body.contentType());
      return chain.proceed(
          new Request.Builder()
              .url(request.url())
              .headers(request.headers())
              .header("X-Signature", "made up")
              .method(request.method(), copied)
              .build());
    }
  }

  @Test
  void anInterceptorThatTriesAgainDoesNotSendTheCopyOfAWriteTwice() {
    OkHttpClient stubborn =
        own.newBuilder().addInterceptor(new Signing()).addInterceptor(new Stubborn()).build();
    sandbox.fail().with(Fault.cutAfterStore());
    assertThat(failure(stubborn).outcome()).isEqualTo(Outcome.UNKNOWN);
    sandbox.fail().with(Fault.storeThenStatus(503));
    assertThat(failure(stubborn).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(sent()).isEqualTo(2);
    assertThat(sandbox.contactCount()).isEqualTo(2);
  }

  @Test
  void anInterceptorMayTryAReadAgain() {
    sandbox.fail().with(Fault.status(503, "{}"));
    try (TruedyClient client = client(own.newBuilder().addInterceptor(new Stubborn()).build())) {
      assertThat(client.contacts().list().execute().items()).isEmpty();
    }
  }

  /** Has an interceptor that makes a new request of each, without the SDK's tag. */
  private OkHttpClient rewriting() {
    return own.newBuilder()
        .addInterceptor(
            chain -> {
              Request given = chain.request();
              return chain.proceed(
                  new Request.Builder()
                      .url(given.url())
                      .headers(given.headers())
                      .method(given.method(), given.body())
                      .build());
            })
        .build();
  }

  @Test
  void anInterceptorThatMakesANewRequestDoesNotHideThatADeleteWasSent() {
    try (TruedyClient client = client(rewriting())) {
      String folder = client.folders().create("Leads").execute().id();
      sandbox.fail().with(Fault.cutAfterStore());
      assertThat(
              catchThrowableOfType(
                      SdkException.class,
                      () -> client.folders().deleteWithContacts(folder).execute())
                  .outcome())
          .isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void anInterceptorMayReadSomethingBeforeAWriteIsSent() {
    OkHttpClient reading =
        own.newBuilder()
            .addInterceptor(
                chain -> {
                  Request given = chain.request();
                  chain.proceed(given.newBuilder().get().build()).close();
                  return chain.proceed(given);
                })
            .build();
    try (TruedyClient client = client(reading)) {
      client.contacts().create(NewTruedyContact.builder("+12025550100").build()).execute();
    }
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  @Test
  void anInterceptorThatMakesANewRequestDoesNotHideThatItWasSent() {
    sandbox.fail().with(Fault.cutAfterStore());
    assertThat(failure(rewriting()).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  @Test
  void anInterceptorThatFailsBeforeAnythingIsSentIsTheReason() {
    IllegalStateException reason = new IllegalStateException("no tenant");
    OkHttpClient failing =
        own.newBuilder()
            .addInterceptor(
                chain -> {
                  throw reason;
                })
            .build();
    SdkException e = failure(failing);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e).hasRootCause(reason);
    assertThat(sent()).isZero();
  }

  @Test
  void aClientThatAllowsOnlyPlainHttpSendsNothingToAnHttpsAddress() throws Exception {
    OkHttpClient plain =
        own.newBuilder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      String address = "https://localhost:" + server.getPort();
      try (TruedyClient client =
          sandbox.clientBuilder().baseUrl(address).okHttpClient(plain).build()) {
        SdkException e =
            catchThrowableOfType(
                SdkException.class, () -> client.contacts().list().execute().items());
        assertThat(e).hasMessageContaining("connectionSpecs");
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      }
      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void aLookUpAsksTheVendorAndNotACache(@TempDir Path folder) throws IOException {
    NewTruedyContact contact = NewTruedyContact.builder("+12025550100").build();
    try (Cache cache = new Cache(folder.toFile(), 1 << 20);
        TruedyClient client =
            client(
                own.newBuilder()
                    .cache(cache)
                    .addNetworkInterceptor(
                        chain ->
                            chain
                                .proceed(chain.request())
                                .newBuilder()
                                .header("Cache-Control", "max-age=60")
                                .build())
                    .build())) {
      OnUnknown lookUp = OnUnknown.lookUpThenResend(Duration.ofMillis(1));
      assertThat(client.contacts().create(contact).onUnknown(lookUp).execute().id()).isNotNull();
      assertThat(sandbox.contactCount()).isEqualTo(1);
      NewTruedyContact other = NewTruedyContact.builder("+12025550101").build();
      assertThat(client.contacts().list().search("+12025550101").execute().items()).isEmpty();
      sandbox.fail().with(Fault.cutAfterStore());
      assertThat(client.contacts().create(other).onUnknown(lookUp).execute().id()).isNotNull();
      assertThat(sandbox.contactCount()).isEqualTo(2);
      assertThat(cache.requestCount()).isZero();
    }
  }

  @Test
  void theClientItselfIsUnchangedAndStaysOpen() throws Exception {
    try (TruedyClient client = client(own)) {
      client.contacts().list().execute();
    }
    assertThat(own.retryOnConnectionFailure()).isTrue();
    assertThat(own.followRedirects()).isTrue();
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    Request request =
        new Request.Builder()
            .url(sandbox.baseUrl() + "/contacts")
            .header("Authorization", "Bearer " + sandbox.apiKey())
            .build();
    try (Response response = own.newCall(request).execute()) {
      assertThat(response.isSuccessful()).isTrue();
    }
  }
}

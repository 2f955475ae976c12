package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call makes of an application's auth or interceptor that gives null or a refusal. */
class ApplicationCodeTest {
  private final ScriptedTransport transport = ScriptedTransport.of(ok());

  private TestClient client() {
    return TestClient.of(transport, new VirtualClock());
  }

  private static SdkException failure(TestClient client) {
    ApiEngine engine = client.open();
    return catchThrowableOfType(
        SdkException.class,
        () -> EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha")).execute());
  }

  private static final class ForgetfulAuth implements Auth {
    @Override
    public HttpRequest authenticate(HttpRequest request) {
      return null;
    }

    @Override
    public String toString() {
      return "ForgetfulAuth";
    }
  }

  @Test
  void anAuthThatReturnsNullIsNamedAndNothingIsSent() {
    SdkException e = failure(client().auth(new ForgetfulAuth()));
    assertThat(e)
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("ForgetfulAuth returned null")
        .hasNoCause();
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anAuthWhoseTokenIsNullIsNamedToo() {
    SdkException e = failure(client().auth(Auth.header("X-Token", () -> null)));
    assertThat(e).isInstanceOf(CredentialException.class).hasMessageContaining("X-Token");
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void aTransportThatReturnsNullIsNamedAndTheWriteMayBeThere() {
    SdkException e = failure(TestClient.of(request -> null, new VirtualClock()));
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("the transport returned null");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  private static final class Forgetful implements Interceptor {
    @Override
    public HttpResponse intercept(HttpRequest request, Next next) {
      return null;
    }
  }

  @Test
  void anInterceptorThatReturnsNullInsteadOfCallingIsNamed() {
    SdkException e = failure(client().interceptor(new Forgetful()));
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining(Forgetful.class.getName() + " returned null");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anInterceptorThatPassesNullOnIsNamed() {
    SdkException e = failure(client().interceptor((request, next) -> next.proceed(null)));
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("passed on null");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anInterceptorThatSwallowsAFailureLeavesTheOutcomeUnknown() {
    ScriptedTransport cuts = ScriptedTransport.of(cut());
    Interceptor swallowing =
        (request, next) -> {
          try {
            return next.proceed(request);
          } catch (SdkException e) {
            return null;
          }
        };
    SdkException e = failure(TestClient.of(cuts, new VirtualClock()).interceptor(swallowing));
    assertThat(e).isInstanceOf(ResponseFormatException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(cuts.sent()).hasSize(1);
  }

  private static Interceptor answering(int status, String body) {
    return (request, next) ->
        HttpResponse.of(status, Headers.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "301, UnexpectedStatus",
    "400, BadRequest",
    "404, NotFound",
    "429, RateLimited",
    "503, ServerError"
  })
  void aRefusalOfAnInterceptorThatSendsNothingIsOneAndNothingWasSent(int status, String kind) {
    ApiEngine engine = client().interceptor(answering(status, "{}")).open();
    for (ApiCall<?> call :
        List.of(
            EndpointCall.of(engine, TestClient.CREATE).json(1),
            EndpointCall.of(engine, TestClient.READ).path("id", "1"),
            EndpointCall.of(engine, TestClient.DELETE).path("id", "1"))) {
      ApiException e = catchThrowableOfType(ApiException.class, call::execute);
      assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(e.status()).isEqualTo(status);
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anOuterInterceptorSeesTheRefusalOfAnInnerOneAsItsException() {
    List<Throwable> seen = new ArrayList<>();
    Interceptor outer =
        (request, next) -> {
          try {
            return next.proceed(request);
          } catch (ApiException e) {
            seen.add(e);
            throw e;
          }
        };
    SdkException e = failure(client().interceptor(outer).interceptor(answering(503, "open")));
    assertThat(seen).containsExactly(e);
  }

  /** What the interceptor does with the failure or success that it gets. */
  private static Interceptor replacingBy(int status) {
    return (request, next) -> {
      try {
        next.proceed(request);
      } catch (SdkException e) {
        // replaced, like a success
      }
      return HttpResponse.of(status, Headers.empty(), new byte[0]);
    };
  }

  @Test
  void aRefusalThatReplacesTheAnswerToAWriteLeavesItUnknown() {
    for (ScriptedTransport.Step step : List.of(ok(), cut(), answer(422, "no"))) {
      TestClient client = TestClient.of(ScriptedTransport.of(step), new VirtualClock());
      SdkException e = failure(client.interceptor(replacingBy(400)));
      assertThat(e).isInstanceOf(ApiException.BadRequest.class);
      assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void aRefusalThatReplacesARefusedConnectionMeansNotSent() {
    ScriptedTransport refusing =
        ScriptedTransport.of(noConnection(), noConnection(), noConnection(), noConnection());
    TestClient client = TestClient.of(refusing, new VirtualClock());
    assertThat(failure(client.interceptor(replacingBy(503))).outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void aRepeatedDeleteIsDoneThroughAnInterceptor() {
    ScriptedTransport gone = ScriptedTransport.of(cut(), answer(404, "gone"));
    ApiEngine engine =
        TestClient.of(gone, new VirtualClock())
            .interceptor((request, next) -> next.proceed(request))
            .open();
    assertThat(EndpointCall.of(engine, TestClient.DELETE).path("id", "1").execute().alreadyGone())
        .isTrue();
  }

  @Test
  void anUnreadableSuccessOfAnInterceptorThatSendsNothingMeansNotSent() {
    SdkException e = failure(client().interceptor(answering(200, "<html>")));
    assertThat(e).isInstanceOf(ResponseFormatException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }
}

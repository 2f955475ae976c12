package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call makes of an application's auth or interceptor that gives null. */
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
}

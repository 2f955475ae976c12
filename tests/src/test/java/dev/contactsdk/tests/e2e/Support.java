package dev.contactsdk.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.SandboxRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;

/** What the end-to-end tests share. */
final class Support {

  static final String ADA_DIGITS = "2025550101";
  static final String ADA_E164 = "+12025550101";
  static final String GRACE_DIGITS = "2025550102";

  private Support() {}

  static NewKoreContact ada() {
    return contact("Ada", "Byron", "Mrs", ADA_DIGITS);
  }

  static NewKoreContact grace() {
    return contact("Grace", "Hopper", "Mrs", GRACE_DIGITS);
  }

  static NewKoreContact contact(String first, String last, String salutation, String digits) {
    return NewKoreContact.builder()
        .firstName(first)
        .lastName(last)
        .salutation(salutation)
        .cellPhone(CellPhone.of("+1", digits))
        .build();
  }

  static NewKoreAgent agent(KoreSandbox sandbox, String email) {
    return NewKoreAgent.builder()
        .emailId(email)
        .firstName("Ann")
        .lastName("Agent")
        .role(sandbox.agentRoleId())
        .build();
  }

  static String koreBase(KoreSandbox sandbox) {
    return "/agentassist/api/v1/public/" + sandbox.streamId();
  }

  static SandboxRequest last(Sandbox sandbox) {
    List<SandboxRequest> requests = sandbox.requests();
    return requests.get(requests.size() - 1);
  }

  static Object json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  static void assertSent(SandboxRequest request, String method, String target) {
    assertThat(request.method() + " " + request.target()).isEqualTo(method + " " + target);
  }

  static void assertBody(SandboxRequest request, String sample) {
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(json(request.body())).isEqualTo(json(sample));
  }

  static <T> List<T> list(Iterable<T> items) {
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  static SdkException failure(Callable<?> call) {
    return failure(SdkException.class, call);
  }

  static <E extends SdkException> E failure(Class<E> type, Callable<?> call) {
    return Assertions.catchThrowableOfType(type, call::call);
  }
}

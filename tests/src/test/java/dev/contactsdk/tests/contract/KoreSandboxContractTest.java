package dev.contactsdk.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.Paging;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on sandboxes of every documented variant. */
@ParameterizedClass(name = "{0}")
@MethodSource("variants")
class KoreSandboxContractTest extends KoreContract {
  @Parameter UnaryOperator<KoreSandboxBuilder> options;

  private KoreSandbox sandbox;

  static Stream<Named<UnaryOperator<KoreSandboxBuilder>>> variants() {
    return Stream.of(
        named("as documented", sandbox -> sandbox),
        named("by skip", sandbox -> sandbox.paging(Paging.bySkip())),
        named("like other pages", KoreSandboxBuilder::listLikeOtherPages),
        named("a bare object", KoreSandboxBuilder::bareObjectForOne),
        named("inactive contacts listed", KoreSandboxBuilder::listInactive),
        named("errors under message", KoreSandboxBuilder::errorsUnderMessage),
        named("creates with 201", sandbox -> sandbox.createStatus(201)),
        named("duplicates with 409", s -> s.duplicateRefusal(409, "{\"errors\":[]}")),
        named("enforced jti", KoreSandboxBuilder::enforceJti));
  }

  private static Named<UnaryOperator<KoreSandboxBuilder>> named(
      String name, UnaryOperator<KoreSandboxBuilder> options) {
    return Named.of(name, options);
  }

  @BeforeEach
  void start() {
    sandbox = options.apply(KoreSandbox.builder()).start();
    sandbox.seedContacts(120);
    sandbox.addAgent(
        Map.of(
            "emailId",
            "desk@example.com",
            "firstName",
            "Desk",
            "lastName",
            "One",
            "agentGroupId",
            sandbox.defaultAgentGroupId()));
  }

  @AfterEach
  void stop() {
    try {
      assertThat(sandbox.contacts().stream().filter(one -> "ACTIVE".equals(one.get("status"))))
          .hasSize(120);
    } finally {
      sandbox.close();
    }
  }

  @Override
  KoreClient.Builder client() {
    return sandbox.clientBuilder();
  }

  @Override
  boolean mayWrite() {
    return true;
  }
}

package dev.contactsdk.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedyErrorShape;
import dev.contactsdk.sandbox.TruedyFolderPolicy;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
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
class TruedySandboxContractTest extends TruedyContract {
  @Parameter UnaryOperator<TruedySandboxBuilder> options;

  private TruedySandbox sandbox;

  static Stream<Named<UnaryOperator<TruedySandboxBuilder>>> variants() {
    Stream<Named<UnaryOperator<TruedySandboxBuilder>>> others =
        Stream.of(
            named("as documented", sandbox -> sandbox),
            named("by page", sandbox -> sandbox.paging(Paging.byPage())),
            named("no paging fields", sandbox -> sandbox.paging(Paging.bySkip().withoutFields())),
            named("unpaged folders", TruedySandboxBuilder::unpagedFolders),
            named("meta.timestamp", TruedySandboxBuilder::metaTimestamp),
            named("creates with 200", sandbox -> sandbox.createStatus(200)),
            named("empty deletes", TruedySandboxBuilder::emptyDeletes),
            named("unique numbers", TruedySandboxBuilder::uniquePhones),
            named("merged custom fields", TruedySandboxBuilder::mergeCustomFields),
            named("required folder", s -> s.folderPolicy(TruedyFolderPolicy.REQUIRED)));
    return Stream.of(
            others,
            Stream.of(TruedyContactShape.values())
                .map(shape -> named("contacts: " + shape, s -> s.contactShape(shape))),
            Stream.of(TruedyErrorShape.values())
                .map(shape -> named("errors: " + shape, s -> s.errorShape(shape))))
        .flatMap(variant -> variant);
  }

  private static Named<UnaryOperator<TruedySandboxBuilder>> named(
      String name, UnaryOperator<TruedySandboxBuilder> options) {
    return Named.of(name, options);
  }

  @BeforeEach
  void start() {
    sandbox = options.apply(TruedySandbox.builder()).start();
    sandbox.seedContacts(120);
    sandbox.addFolder("Leads");
    sandbox.addAgent(Map.of("name", "Desk", "voice_id", "v", "system_prompt", "Be brief."));
  }

  @AfterEach
  void stop() {
    try {
      assertThat(sandbox.contactCount()).isEqualTo(120);
      assertThat(sandbox.folders()).extracting(one -> one.get("name")).containsExactly("Leads");
    } finally {
      sandbox.close();
    }
  }

  @Override
  TruedyClient.Builder client() {
    return sandbox.clientBuilder();
  }

  @Override
  boolean mayWrite() {
    return true;
  }
}

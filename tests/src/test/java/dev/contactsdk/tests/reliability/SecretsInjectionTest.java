package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.SandboxRequest;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is handed in becomes a header, a path or a request of its own. */
class SecretsInjectionTest {
  private static final List<String> LINE_BREAKS =
      List.of(
          "x\r\nX-Evil: 1",
          "x\nX-Evil: 1",
          "x\rX-Evil: 1",
          "x\r\n\r\nGET /evil HTTP/1.1",
          "x\u0000",
          "x\u000b",
          "x\u007f",
          "x\u0085X-Evil: 1",
          "x\u2028X-Evil: 1",
          "\u560d\u560aX-Evil: 1",
          "é");

  private static final List<String> TRICKS =
      List.of(
          "",
          " ",
          "\t",
          "\u00a0",
          ".",
          "..",
          "...",
          "../",
          "..\\",
          "../contacts",
          "a/../b",
          "a/b",
          "/",
          "\\",
          "a\\b",
          "%2e%2e",
          "%2e%2e%2f",
          "%2E%2E",
          "%2f",
          "%5c",
          "..%2f",
          "..%00",
          "%",
          "%zz",
          "?",
          "a?b=c",
          "#",
          "a#b",
          ";",
          "a;b",
          "..;",
          "&",
          "=",
          "+",
          " a ",
          "a b",
          "\u0000",
          "a\r\nb",
          "\u2024\u2024",
          "\uff0e\uff0e\uff0f",
          "\u2215",
          "é",
          "漢字",
          "😀",
          "\ud800",
          "bulk-delete",
          "BULK-DELETE",
          "Bulk-Update",
          "import-contacts",
          "availability",
          "Availability",
          "customId",
          "CUSTOMID",
          "folders",
          "Folders",
          "import",
          "IMPORT",
          "bulk-delete/",
          "folders%2f",
          "a".repeat(5000));

  private final KoreSandbox koreServer = KoreSandbox.start();
  private final TruedySandbox truedyServer = TruedySandbox.start();
  private final KoreClient kore = koreServer.client();
  private final TruedyClient truedy = truedyServer.client();

  @AfterEach
  void close() {
    kore.close();
    truedy.close();
    koreServer.close();
    truedyServer.close();
  }

  private void assertRefused(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .asInstanceOf(InstanceOfAssertFactories.type(SdkException.class))
        .satisfies(
            e -> {
              assertThat(e)
                  .isInstanceOfAny(InvalidRequestException.class, CredentialException.class);
              assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(e.getMessage()).doesNotContain("X-Evil", "\r", "\n");
            });
    assertThat(koreServer.requestCount()).isZero();
    assertThat(truedyServer.requestCount()).isZero();
  }

  static List<String> lineBreaks() {
    return LINE_BREAKS;
  }

  @ParameterizedTest
  @MethodSource("lineBreaks")
  void noLineBreakGetsIntoAHeader(String evil) {
    NewTruedyAgent agent =
        NewTruedyAgent.builder().name("Helper").voice("v-1").systemPrompt("Be kind.").build();
    assertRefused(() -> kore.contacts().list().header("X-Trace", evil).execute());
    assertRefused(() -> kore.contacts().list().header(evil, "1").execute());
    assertRefused(() -> truedy.agents().create(agent).header("X-Trace", evil).execute());
    assertRefused(() -> truedy.agents().create(agent).idempotencyKey(evil).execute());
    assertRefused(() -> koreServer.clientBuilder().header("X-Trace", evil));
    assertRefused(() -> koreServer.clientBuilder().accountId(evil).build());
    assertRefused(() -> koreServer.clientBuilder().streamId(evil).build());
    assertRefused(() -> koreServer.clientBuilder().credentials("cs-1", evil.repeat(40)).build());
    assertRefused(() -> truedyServer.clientBuilder().apiKey(evil).build());
    assertRefused(() -> Auth.bearer(evil));
    assertRefused(() -> listWith(Auth.header("auth", () -> evil)));
    assertRefused(() -> listWith(Auth.header(evil, () -> "token")));
    assertRefused(() -> listWith(request -> request.withHeader("auth", evil)));
  }

  private void listWith(Auth auth) {
    try (KoreClient client = koreServer.clientBuilder().auth(auth).build()) {
      client.contacts().list().execute();
    }
  }

  @Test
  void aTokenThatIsMissingIsRefused() {
    assertRefused(() -> listWith(Auth.header("auth", () -> "")));
    assertRefused(() -> listWith(Auth.header("auth", () -> null)));
    assertRefused(() -> listWith(Auth.header("auth", () -> " token")));
  }

  /** Every parameter that becomes a part of a path, by what stands before it. */
  private Map<String, Consumer<String>> koreIds() {
    KoreContactChanges changes = KoreContactChanges.builder().firstName("Usha").build();
    String base = "/agentassist/api/v1/public/" + koreServer.streamId();
    Map<String, Consumer<String>> ids = new LinkedHashMap<>();
    ids.put("PUT " + base + "/contacts/*", id -> kore.contacts().update(id, changes).execute());
    ids.put("DELETE " + base + "/contacts/*", id -> kore.contacts().delete(id).execute());
    ids.put("GET " + base + "/agents/*", id -> kore.agents().get(id).execute());
    ids.put("PUT " + base + "/agents/*", id -> kore.agents().update(id, whole()).execute());
    ids.put("DELETE " + base + "/agents/*", id -> kore.agents().delete(id).execute());
    ids.put("GET " + base + "/agents/customId/*", id -> kore.agents().findByCustomId(id).execute());
    ids.put(
        "GET " + base + "/organizations/*/agents",
        id -> kore.agents().list(id).pageSize(5).execute());
    ids.put("GET " + base + "/agent-groups/*", id -> kore.agentGroups().get(id).execute());
    ids.put(
        "GET " + base + "/skill-groups/*/skills", id -> kore.skillGroups().skills(id).execute());
    return ids;
  }

  private static KoreAgentChanges whole() {
    KoreAgentChanges.Builder agent = KoreAgentChanges.builder();
    List.of("userId", "orgId", "emailId", "firstName", "lastName", "roleId", "agentGroupId")
        .forEach(name -> agent.additionalProperty(name, "x"));
    return agent.build();
  }

  private Map<String, Consumer<String>> truedyIds() {
    TruedyContactChanges changes = TruedyContactChanges.builder().firstName("Vira").build();
    String base = "/api/public/v1";
    Map<String, Consumer<String>> ids = new LinkedHashMap<>();
    ids.put("PATCH " + base + "/contacts/*", id -> truedy.contacts().update(id, changes).execute());
    ids.put(
        "DELETE " + base + "/contacts/folders/*",
        id -> truedy.folders().deleteWithContacts(id).execute());
    ids.put("GET " + base + "/agents/*", id -> truedy.agents().get(id).execute());
    return ids;
  }

  @Test
  void noIdBecomesAnotherPath() {
    koreIds().forEach((shape, call) -> tryAll(koreServer, shape, call));
    truedyIds().forEach((shape, call) -> tryAll(truedyServer, shape, call));
  }

  private static void tryAll(Sandbox server, String shape, Consumer<String> call) {
    int refused = 0;
    int sent = 0;
    for (String id : TRICKS) {
      server.clearRequests();
      try {
        call.accept(id);
      } catch (InvalidRequestException e) {
        assertThat(server.requestCount()).as("%s with [%s]", shape, id).isZero();
        refused++;
        continue;
      } catch (SdkException e) {
        assertThat(e.outcome()).as("%s with [%s]", shape, id).isNotEqualTo(Outcome.NOT_SENT);
      }
      assertThat(server.requests()).as("%s with [%s]", shape, id).isNotEmpty();
      server.requests().forEach(request -> assertShape(request, shape, id));
      sent++;
    }
    assertThat(refused).as(shape).isGreaterThan(10);
    assertThat(sent).as(shape).isGreaterThan(15);
  }

  /** The id is one whole segment, and reads as what was handed in. */
  private static void assertShape(SandboxRequest request, String shape, String id) {
    String which = request.method() + " " + request.target() + " for [" + id + "]";
    String target = request.target().replaceFirst("\\?.*", "");
    String[] wanted = shape.split("[ /]", -1);
    String[] got = (request.method() + " " + target).split("[ /]", -1);
    assertThat(got).as(which).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      String segment = wanted[i].equals("*") ? id : wanted[i];
      assertThat(decoded(got[i])).as(which).isEqualTo(segment);
    }
  }

  private static String decoded(String segment) {
    assertThat(segment).matches("[A-Za-z0-9._~%-]*");
    return URLDecoder.decode(segment, StandardCharsets.UTF_8);
  }

  @Test
  void namesOfOtherOperationsAreRefusedInAnyCase() {
    for (String name : List.of("bulk-delete", "Bulk-Delete", "IMPORT-CONTACTS", "bulk-update")) {
      assertRefused(() -> kore.contacts().delete(name).execute());
    }
    for (String name : List.of("availability", "customId", "customid", "AVAILABILITY")) {
      assertRefused(() -> kore.agents().delete(name).execute());
    }
    TruedyContactChanges changes = TruedyContactChanges.builder().firstName("Vira").build();
    for (String name : List.of("folders", "Folders", "import", "IMPORT")) {
      assertRefused(() -> truedy.contacts().update(name, changes).execute());
    }
  }
}

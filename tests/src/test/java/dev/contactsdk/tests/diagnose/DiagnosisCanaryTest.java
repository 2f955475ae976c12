package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every credential and personal value holds a marker. No diagnosis shows one, at any verdict. */
class DiagnosisCanaryTest {
  private static final String MARK = "zqmark";
  private static final String DIGITS = "2025550167";
  private static final String ID = "cs-zqmark-client";
  private static final String SECRET = "ZQMARK-secret-0123456789-0123456789-01234567";
  private static final String ADMIN_ID = "cs-zqmark-admin";
  private static final String ADMIN_SECRET = "ZQMARK-admin-0123456789-0123456789-012345678";
  private static final String TOKEN = "zqmark-head.zqmark-claims.zqmark-signature";
  private static final String KEY = "truedy_ZqmarkKey0123456789";

  private static void assertNoMark(Diagnosis diagnosis) {
    for (String printed :
        List.of(
            diagnosis.text(), diagnosis.toJson(), diagnosis.toString(), "" + diagnosis.checks())) {
      assertThat(printed.toLowerCase(Locale.ROOT)).doesNotContain(MARK).doesNotContain(DIGITS);
    }
  }

  /** What a server may answer that repeats the credential it was sent, and people. */
  static Stream<Fault> echoes() {
    String text = "Bearer %s, %s of zqmark@mail.example (+1%s)".formatted(KEY, TOKEN, DIGITS);
    String kore = "{\"errors\":[{\"msg\":\"%s\",\"code\":%d}]}";
    String truedy =
        "{\"error\":{\"code\":\"c\",\"message\":\"%s\",\"details\":{\"reason\":\"%s\"}}}";
    return Stream.of(400, 401, 402, 403, 404, 407, 412, 422, 429, 500, 503)
        .flatMap(
            status ->
                Stream.of(
                    Fault.status(status, kore.formatted(text, status)),
                    Fault.status(status, truedy.formatted(text, text)),
                    Fault.status(status, "<html>" + text + "</html>")));
  }

  private static KoreSandbox koreSandbox() {
    KoreSandbox sandbox = KoreSandbox.builder().credentials(ID, SECRET).dateHeader().start();
    for (int i = 0; i < 3; i++) {
      sandbox.addContact(
          Map.of(
              "firstName", "Zqmark",
              "lastName", "Zqmark",
              "cellPhone", Map.of("phoneNumber", "+1" + DIGITS + i, "countryCode", "+1")));
    }
    return sandbox;
  }

  private static TruedySandbox truedySandbox() {
    TruedySandbox sandbox = TruedySandbox.builder().apiKey(KEY).dateHeader().start();
    for (int i = 0; i < 3; i++) {
      sandbox.addContact(Map.of("first_name", "Zqmark", "phone_number", "+1" + DIGITS));
    }
    return sandbox;
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void ofAServerThatRepeatsThem(Fault fault) {
    try (KoreSandbox kore = koreSandbox();
        TruedySandbox truedy = truedySandbox()) {
      for (Sandbox sandbox : List.of(kore, truedy)) {
        sandbox.fail().always().when(request -> request.method().equals("GET")).with(fault);
      }
      Auth auth =
          request -> request.withHeader("Authorization", "Bearer " + KEY).withHeader("auth", TOKEN);
      assertNoMark(kore.clientBuilder().auth(auth).adminAuth(auth).diagnose());
      assertNoMark(truedy.clientBuilder().auth(auth).diagnose());
    }
  }

  @Test
  void ofAHealthySetup() {
    try (KoreSandbox kore = koreSandbox();
        TruedySandbox truedy = truedySandbox()) {
      Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
      for (Diagnosis diagnosis :
          List.of(kore.clientBuilder().diagnose(), truedy.clientBuilder().diagnose())) {
        assertNoMark(diagnosis);
        verdicts.add(diagnosis.verdict());
        assertThat(diagnosis.text()).contains("characters, fingerprint ");
      }
      assertThat(verdicts).containsExactly(Verdict.OK);
    }
  }

  @Test
  void ofCredentialsInTheWrongPlace() {
    try (KoreSandbox sandbox = koreSandbox()) {
      for (String wrong :
          List.of(SECRET, ID, ADMIN_SECRET, KEY, SECRET + "\n", '"' + SECRET + '"')) {
        assertNoMark(kore(sandbox).streamId(wrong).diagnose());
        assertNoMark(kore(sandbox).accountId(wrong).diagnose());
        assertNoMark(kore(sandbox).credentials(wrong, wrong).diagnose());
        assertNoMark(kore(sandbox).credentials(SECRET, ID).diagnose());
        assertNoMark(kore(sandbox).adminCredentials(wrong, wrong).diagnose());
        assertNoMark(KoreClient.diagnoseFromEnv(Map.of("KORE_CLIENT_SECRET", wrong)));
        assertNoMark(TruedyClient.builder().apiKey(wrong).baseUrl(sandbox.origin()).diagnose());
      }
      assertNoMark(
          kore(sandbox).baseUrl("https://" + ID + ":" + SECRET + "@vendor.test").diagnose());
      assertNoMark(kore(sandbox).baseUrl("https://vendor.test/?key=" + SECRET).diagnose());
      assertNoMark(kore(sandbox).baseUrl(sandbox.baseUrl() + "/" + SECRET).diagnose());
      assertNoMark(kore(sandbox).baseUrl(ID).diagnose());
    }
  }

  private static KoreClient.Builder kore(KoreSandbox sandbox) {
    return sandbox.clientBuilder().adminCredentials(ADMIN_ID, ADMIN_SECRET);
  }

  @Test
  void ofAnOwnAuthThatFails() {
    try (KoreSandbox sandbox = koreSandbox()) {
      assertNoMark(
          kore(sandbox)
              .auth(
                  request -> {
                    throw new IllegalStateException(SECRET);
                  })
              .diagnose());
    }
  }
}

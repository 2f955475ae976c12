package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.diagnose.Fingerprint;
import dev.contactsdk.core.spi.diagnose.Setting;
import dev.contactsdk.kore.diagnose.CredentialForm;
import dev.contactsdk.kore.diagnose.KoreSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks settings before anything is sent, and reports what {@code build()} refuses. */
final class SettingChecks {
  private final List<Check> checks = new ArrayList<>();

  void id(String check, String setting, String variable, @Nullable String value) {
    String fault = fault(value);
    if (fault != null) {
      String mend = "Set " + setting + "(...), or " + variable + ", to the id alone.";
      checks.add(new Check(check, Verdict.WRONG, setting + " " + fault, mend));
    }
  }

  private static @Nullable String fault(@Nullable String value) {
    String fault = Setting.fault(value);
    boolean slash = value != null && (value.contains("/") || value.contains("\\"));
    return fault == null && slash ? "has a slash in it" : fault;
  }

  /**
   * Checks an id and its key.
   *
   * @param group {@code credential} or {@code admin}
   * @param setting the builder's method
   * @param variables the beginning of the environment variables' names
   */
  void credentials(
      String group, String setting, String variables, @Nullable KoreCredentials given) {
    String mend =
        "Set "
            + setting
            + "(clientId, clientSecret), or "
            + variables
            + "_CLIENT_ID and "
            + variables
            + "_CLIENT_SECRET, as the JWT app shows them.";
    String id = given == null ? null : given.givenClientId();
    String idFault = fault(id);
    String keyFault = given == null ? "is missing" : keyFault(given);
    CredentialForm form = form(given);
    boolean usable = idFault == null && keyFault == null;
    Part ofId =
        new Part(
            "clientId",
            idFault,
            usable ? null : form.idFault(),
            id == null ? "" : Fingerprint.of(id));
    Part ofKey =
        new Part(
            "clientSecret",
            keyFault,
            usable ? null : form.secretFault(),
            given == null ? "" : key(given));
    checks.add(ofId.check(group + ".clientId", mend, form.mend(setting)));
    checks.add(ofKey.check(group + ".clientSecret", mend, form.mend(setting)));
  }

  /**
   * One of id and key.
   *
   * @param fault why it cannot be used; null when it can
   * @param mixUp what else it looks like; null for nothing
   * @param fine what to show when nothing is wrong
   */
  private record Part(String name, @Nullable String fault, @Nullable String mixUp, String fine) {
    Check check(String check, String mend, String mixUpMend) {
      if (fault == null && mixUp == null) {
        return new Check(check, Verdict.OK, fine, null);
      }
      String own = fault == null ? "" : name + " " + fault;
      return mixUp == null
          ? new Check(check, Verdict.WRONG, own, mend)
          : new Check(check, Verdict.WRONG, own.isEmpty() ? mixUp : own + "; " + mixUp, mixUpMend);
    }
  }

  static CredentialForm form(@Nullable KoreCredentials given) {
    return given == null
        ? CredentialForm.of(null, null)
        : CredentialForm.of(given.givenClientId(), given.givenSecret());
  }

  private static @Nullable String keyFault(KoreCredentials given) {
    String fault = given.isPair() ? null : Setting.fault(given.givenSecret());
    if (fault != null) {
      return fault;
    }
    try {
      given.signer();
      return null;
    } catch (InvalidRequestException e) {
      return "cannot sign: " + Setting.refused(e);
    }
  }

  private static String key(KoreCredentials given) {
    String secret = given.givenSecret();
    return secret == null ? "a private key" : Fingerprint.of(secret);
  }

  /** An own auth makes the credential, so there is nothing to check before it is sent. */
  void ownAuth(String group) {
    for (String name : List.of(group + ".clientId", group + ".clientSecret")) {
      checks.add(new Check(name, Verdict.UNKNOWN, "your own auth makes the credential", null));
    }
  }

  void noAdmin() {
    for (String name : List.of("admin.clientId", "admin.clientSecret")) {
      checks.add(
          new Check(name, Verdict.UNKNOWN, "not set: only roles() needs adminCredentials", null));
    }
  }

  boolean isWrong(String group) {
    return checks.stream()
        .anyMatch(one -> one.name().startsWith(group) && one.verdict() == Verdict.WRONG);
  }

  KoreSetup setup(@Nullable String streamId, @Nullable String accountId) {
    return KoreSetup.of(checks, streamId, accountId);
  }

  /** Adds the other algorithm that takes the same key, to tell a wrong one from a wrong key. */
  static KoreSetup signing(
      KoreSetup setup, KoreCredentials given, Function<KoreCredentials, Auth> signs) {
    JwtAlgorithm other =
        switch (given.algorithm()) {
          case HS256 -> JwtAlgorithm.HS512;
          case HS512 -> JwtAlgorithm.HS256;
          case RS256 -> JwtAlgorithm.RS512;
          case RS512 -> JwtAlgorithm.RS256;
        };
    return setup.signing(given.algorithm(), other, signs.apply(given.with(other)), form(given));
  }
}

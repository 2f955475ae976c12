package dev.contactsdk.kore.diagnose;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.diagnose.ClockCheck;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.core.spi.diagnose.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the token, and the stream that it must belong to. Kore.ai answers "Invalid SDK
 * credentials" to a wrong client id, secret, algorithm and stream id alike; further requests tell
 * them apart as far as possible.
 */
final class KoreCredentialChecks {
  static final List<String> NAMES =
      List.of(
          "credential.clientId",
          "credential.clientSecret",
          "credential.algorithm",
          "credential.times",
          "credential.jti",
          "credential.accepted",
          "ids.stream",
          "ids.account");

  static final Pattern TIMES =
      Pattern.compile("\\b(?:iat|exp|nbf|expired|not active)\\b", Pattern.CASE_INSENSITIVE);
  private static final String REPLAY = "possibly a replay";

  private final Report report;
  private final KoreSetup setup;
  private final KoreReads reads;
  private final ApiEngine engine;
  private final @Nullable ApiEngine admin;

  KoreCredentialChecks(
      Report report,
      KoreSetup setup,
      KoreReads reads,
      ApiEngine engine,
      @Nullable ApiEngine admin) {
    this.report = report;
    this.setup = setup;
    this.reads = reads;
    this.engine = engine;
    this.admin = admin;
  }

  /** Whether Kore.ai accepts the credential. If not, the checks that need it are not tried. */
  boolean judge(Probed<PageAnswer<Object>> first) {
    if (setup.isOwnAuth()) {
      report.unknown("credential.algorithm", "your own auth signs");
    }
    if (!(first.refusal() instanceof ApiException.Unauthorized)) {
      accepted(first);
      return true;
    }
    String said = String.valueOf(first.refusal().reason()).toLowerCase(Locale.ROOT);
    if (said.contains("jti") || said.contains(REPLAY)) {
      refusedForJti(said, first.said());
    } else if (TIMES.matcher(said).find()) {
      refusedForTimes(first.said());
    } else {
      identify(first);
    }
    report.unknown("credential.accepted", "refused, for the reason above");
    report.stop("the credential is refused");
    return false;
  }

  private void accepted(Probed<?> first) {
    report.ok("credential.accepted", "Kore.ai accepts the token");
    report.ok("credential.times", "Kore.ai accepts the token's iat and exp");
    if (setup.signing() != null) {
      report.ok("credential.algorithm", "Kore.ai accepts " + setup.signing().algorithm());
    }
    ApiException refusal = first.refusal();
    boolean unknownStream =
        refusal instanceof ApiException.BadRequest && mentions(refusal, "stream");
    if (unknownStream) {
      wrongStream(first.said());
    } else {
      report.ok("ids.stream", "the stream belongs to this JWT app");
    }
  }

  private void refusedForJti(String said, String seen) {
    if (said.contains(REPLAY)) {
      replayed(seen);
    } else if (said.contains("exp")) {
      report.wrong(
          "credential.times",
          seen,
          "A token with jti must expire within an hour: "
              + (setup.isOwnAuth()
                  ? "shorten the life of your own auth's tokens."
                  : "check this machine's clock, and tokenLifetime(...)."));
    } else {
      report.wrong(
          "credential.jti",
          seen,
          "The JWT app enforces JTI: "
              + (setup.isOwnAuth()
                  ? "let your own auth give each token a new jti."
                  : "the SDK's tokens have one, so look for an interceptor or proxy that replaces"
                      + " the header auth."));
    }
  }

  private void refusedForTimes(String seen) {
    if (report.isWrong(ClockCheck.NAME)) {
      report.unknown("credential.times", "refused for its times, because the clock is wrong");
    } else {
      report.wrong(
          "credential.times",
          seen,
          "The token is too old. "
              + (setup.isOwnAuth() ? "Let your own auth make a new one for each request. " : "")
              + "Check this machine's clock, and whether a proxy delays requests.");
    }
  }

  private void replayed(String seen) {
    report.wrong(
        "credential.jti",
        seen,
        setup.isOwnAuth()
            ? "A token with jti works once: let your own auth make a new one for each request."
            : "A token with jti works once, and the SDK makes a new one for each request: look for"
                + " a proxy that sends requests twice.");
  }

  /** Reports whether a token was taken for a repeated one, in any request. */
  void judgeReuse(List<ApiException> refusals) {
    for (ApiException refusal : refusals) {
      if (String.valueOf(refusal.reason()).contains(REPLAY)) {
        replayed("HTTP " + refusal.status() + ": " + refusal.reason());
      }
    }
    report.ok("credential.jti", "no token was taken for a repeated one");
  }

  private void identify(Probed<?> first) {
    KoreSetup.Signing signing = setup.signing();
    if (signing != null && isAccepted(engine.withCredential(signing.otherAuth()))) {
      report.wrong(
          "credential.algorithm",
          "Kore.ai refuses " + signing.algorithm() + " and accepts " + signing.other(),
          "The JWT app uses "
              + signing.other()
              + ": pass JwtAlgorithm."
              + signing.other()
              + " to credentials(...).");
      report.ok("ids.stream", "the stream belongs to this JWT app");
      return;
    }
    boolean mixedUp = setup.form().blame(report, "credential", "credentials", first.said());
    if (!judgeStreamAsAdmin()) {
      judgeStreamByForm(first.said());
    }
    if (!mixedUp && !report.isWrong("ids.stream")) {
      report.wrong("credential.accepted", first.said(), mendOfPair());
    }
  }

  private String mendOfPair() {
    return setup.isOwnAuth()
        ? "The token and the stream id do not fit together: your own auth must sign with id, secret"
            + " and algorithm of the JWT app to which streamId(...) belongs, and send the token in"
            + " the header auth."
        : "Client id, client secret, algorithm and stream id do not fit together: copy all from the"
            + " same app, whose algorithm must be the client's."
            + setup.form().doubts();
  }

  private boolean isAccepted(ApiEngine other) {
    Probed<?> answer = reads.contacts(other, Map.of("limit", 1));
    return answer.isAnswered() && !(answer.refusal() instanceof ApiException.Unauthorized);
  }

  /** Kore.ai tells the Admin Console's app that a stream is unknown. */
  private boolean judgeStreamAsAdmin() {
    if (admin == null) {
      return false;
    }
    Probed<?> answer = reads.contacts(admin, Map.of("limit", 1));
    ApiException refusal = answer.refusal();
    if (refusal instanceof ApiException.BadRequest && mentions(refusal, "stream")) {
      wrongStream(answer.said() + " (asked with adminCredentials)");
    } else if (refusal instanceof ApiException.PermissionDenied) {
      report.ok("ids.stream", "the stream exists (asked with adminCredentials)");
    } else {
      return false;
    }
    return true;
  }

  private void judgeStreamByForm(String said) {
    IdKind stream = IdKind.of(setup.streamId());
    if (stream == IdKind.ACCOUNT && IdKind.of(setup.accountId()) == IdKind.STREAM) {
      String seen = "streamId and accountId are swapped, and Kore.ai answers " + said;
      report.wrong("ids.stream", seen, "Swap streamId(...) and accountId(...).");
      report.wrong("ids.account", seen, "Swap streamId(...) and accountId(...).");
    } else if (stream == IdKind.STREAM) {
      report.unknown("ids.stream", "the refusal does not tell whether it is this one");
    } else {
      wrongStream("streamId looks like " + stream + ", and Kore.ai answers " + said);
    }
  }

  private void wrongStream(String seen) {
    IdKind kind = IdKind.of(setup.streamId());
    report.wrong(
        "ids.stream",
        seen,
        (kind == IdKind.STREAM ? "" : "It looks like " + kind + ". ")
            + "Set streamId(...) to the app's id, such as st-…, which Kore.ai also calls bot id.");
  }

  static boolean mentions(ApiException refusal, String word) {
    return String.valueOf(refusal.reason()).toLowerCase(Locale.ROOT).contains(word);
  }
}

package dev.contactsdk.kore.internal;

import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.spi.error.DuplicateText;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.spi.error.RetryAfter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kore.ai's refusals. The text says more than the status: a missing scope is a 401, like a
 * wrong credential, and a duplicate phone number has no documented status.
 */
public final class KoreErrors implements ErrorReader {
  private static final String BAD_TOKEN = "4002";
  private static final String NO_SCOPE = "scope is incorrect";

  /** Matches the whole sentence, because the words alone may be part of a name. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "^you(?:['\u2019]ve| have) exceeded the (?:per-minute|hourly) rate limit\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SCOPE = Pattern.compile(NO_SCOPE, Pattern.CASE_INSENSITIVE);

  /** Each attempt has its own token, so a repeated token means a repeated request. */
  private static final Pattern REPLAY =
      Pattern.compile("\\bpossibly a replay\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ERROR_STATUS = Pattern.compile("[45]\\d\\d");
  private static final String SCOPE_HINT =
      "Contacts and queues need the API scope Configuration, agents and skills SmartAssist"
          + " Analytics, contact lists Campaign Management, the agents for WFM WFM Integration; a"
          + " scope works once it is mapped to the JWT app and the app is published.";
  private static final String REPLAY_HINT =
      "Each attempt has its own token, so the request reached Kore.ai before and may have been"
          + " carried out. Check whether a proxy sends requests twice.";
  private static final String CREDENTIAL_HINT =
      "Check that clientId, clientSecret and streamId belong to the same app, and that the app"
          + " uses this algorithm.";

  /** Reads what a success says about one record that failed. */
  public static Refusal ofRecord(Map<String, @Nullable Object> failed) {
    HttpResponse alone = HttpResponse.of(400, Headers.empty(), Json.write(failed));
    return new KoreErrors().read(alone, Instant.EPOCH);
  }

  @Override
  public Refusal read(HttpResponse response, Instant now) {
    KoreErrorBody body = KoreErrorBody.of(response);
    String said = body.message();
    return new Refusal(
        kind(response, body),
        origin(response, body),
        body.code(),
        said,
        said == null ? null : hint(response.status(), said),
        body.fieldErrors(),
        body.details(),
        null,
        RetryAfter.read(response.headers(), now));
  }

  private static ErrorOrigin origin(HttpResponse response, KoreErrorBody body) {
    ErrorOrigin origin = body.origin(response);
    return origin == ErrorOrigin.VENDOR && body.says(REPLAY) ? ErrorOrigin.VENDOR_FAULT : origin;
  }

  private static ErrorKind kind(HttpResponse response, KoreErrorBody body) {
    int status = status(response, body.code());
    if (status == 429 || body.says(LIMIT)) {
      return ErrorKind.RATE_LIMITED;
    }
    if (body.says(SCOPE)) {
      return ErrorKind.PERMISSION_DENIED;
    }
    if (status == 401 || BAD_TOKEN.equals(body.code()) || "401".equals(body.code())) {
      return ErrorKind.UNAUTHORIZED;
    }
    if (status == 409 || body.says(DuplicateText.PATTERN)) {
      return ErrorKind.CONFLICT;
    }
    return ErrorKind.ofStatus(status);
  }

  /** In a success only the code shows it. */
  private static int status(HttpResponse response, @Nullable String code) {
    return response.isSuccess() && code != null && ERROR_STATUS.matcher(code).matches()
        ? Integer.parseInt(code)
        : response.status();
  }

  private static @Nullable String hint(int status, String said) {
    String text = said.toLowerCase(Locale.ROOT);
    if (status >= 500) {
      return null;
    }
    if (text.contains(NO_SCOPE)) {
      return SCOPE_HINT;
    }
    if (REPLAY.matcher(text).find()) {
      return REPLAY_HINT;
    }
    return text.contains("invalid sdk credentials") ? CREDENTIAL_HINT : null;
  }
}

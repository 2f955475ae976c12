package dev.contactsdk.kore;

import dev.contactsdk.core.ErrorReader;
import dev.contactsdk.core.RetryAfter;
import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kore.ai's refusals. Its statuses say less than its texts: a missing scope is a 401 like a
 * wrong credential, a taken phone number has no documented status.
 */
final class KoreErrors implements ErrorReader {
  private static final String BAD_TOKEN = "4002";
  private static final String NO_SCOPE = "scope is incorrect";
  private static final Pattern TAKEN =
      Pattern.compile(
          "duplicate|already (?:exist|in use|used|taken|registered|present|assigned|attached)");
  private static final String SCOPE_HINT =
      " (contacts and queues need the API scope Configuration, agents and skills SmartAssist"
          + " Analytics; a scope works once it is mapped to the JWT app and the app is published)";
  private static final String CREDENTIAL_HINT =
      " (do clientId, clientSecret and streamId belong to the same app, and is the algorithm the"
          + " app's?)";
  private static final String[] REQUEST_IDS = {
    "X-Request-ID", "X-RequestId", "X-Correlation-ID", "Request-Id"
  };

  @Override
  public ErrorDetails read(HttpResponse response, Instant now) {
    KoreErrorBody body = KoreErrorBody.of(response);
    String said = body.message();
    ErrorKind kind = kind(response.status(), body.code(), said);
    return new ErrorDetails(
        kind,
        body.code(),
        said == null ? null : said + hint(said),
        body.fieldErrors(),
        requestId(response.headers()),
        RetryAfter.read(response.headers(), now));
  }

  private static ErrorKind kind(int status, @Nullable String code, @Nullable String said) {
    String text = lower(said);
    if (status == 429 || text.contains("rate limit")) {
      return ErrorKind.RATE_LIMITED;
    }
    if (text.contains(NO_SCOPE)) {
      return ErrorKind.PERMISSION_DENIED;
    }
    if (status == 401 || BAD_TOKEN.equals(code) || "401".equals(code)) {
      return ErrorKind.UNAUTHORIZED;
    }
    if (status == 409 || TAKEN.matcher(text).find()) {
      return ErrorKind.CONFLICT;
    }
    return ErrorKind.ofStatus(status);
  }

  private static String hint(String said) {
    String text = lower(said);
    if (text.contains(NO_SCOPE)) {
      return SCOPE_HINT;
    }
    return text.contains("invalid sdk credentials") ? CREDENTIAL_HINT : "";
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String requestId(Headers headers) {
    for (String name : REQUEST_IDS) {
      String id = headers.get(name);
      if (id != null && !id.isBlank()) {
        return id;
      }
    }
    return null;
  }
}

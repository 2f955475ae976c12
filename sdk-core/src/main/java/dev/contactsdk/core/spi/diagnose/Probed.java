package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.error.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request of a diagnosis.
 *
 * @param status the status of a success, even one that could not be read; otherwise 0
 * @param headers the headers of a success; otherwise none
 * @param body the answer; null when there is none
 * @param content the JSON of a success: maps, lists and scalars; null when there is none
 * @param failure why there is no answer; null when there is one, and when nothing was sent
 * @param notTried why nothing was sent; null when a request was sent
 * @param at when the answer came; null when nothing was sent
 * @param <T> the answer's type
 */
public record Probed<T>(
    int status,
    Headers headers,
    @Nullable T body,
    @Nullable Object content,
    @Nullable SdkException failure,
    @Nullable String notTried,
    @Nullable Instant at) {
  private static final int LONGEST_TEXT = 200;

  static <T> Probed<T> notTried(String why) {
    return new Probed<>(0, Headers.empty(), null, null, null, why, null);
  }

  /**
   * Whether the vendor answered what was asked for.
   *
   * @return false when it refused, and when nothing was sent
   */
  public boolean isSuccess() {
    return failure == null && notTried == null;
  }

  /**
   * Whether an answer came, of any kind.
   *
   * @return false when nothing was sent, and when the connection failed
   */
  public boolean isAnswered() {
    return status > 0 || refusal() != null;
  }

  /**
   * The vendor's refusal.
   *
   * @return null when there is none
   */
  public @Nullable ApiException refusal() {
    return failure instanceof ApiException refusal ? refusal : null;
  }

  /**
   * How far this machine's clock is ahead of the server's, by the answer's {@code Date}.
   *
   * @return negative when it is behind; null when the answer had no such header
   */
  public @Nullable Duration clockSkew() {
    Instant server = HttpDate.parse(date());
    return server == null || at == null ? null : Duration.between(server, at);
  }

  private @Nullable String date() {
    ApiException refusal = refusal();
    List<String> dates =
        refusal == null ? List.of() : refusal.headers().getOrDefault("Date", List.of());
    return dates.isEmpty() ? headers.get("Date") : dates.get(0);
  }

  /**
   * What was seen, for a check. The vendor's text is masked.
   *
   * @return one line, such as {@code HTTP 401: Invalid or missing API key}
   */
  public String said() {
    if (notTried != null) {
      return "not tried: " + notTried;
    }
    ApiException refusal = refusal();
    if (refusal != null) {
      String reason = refusal.reason();
      return "HTTP " + refusal.status() + (reason == null ? "" : ": " + cut(reason));
    }
    return failure == null ? "HTTP " + status : said(failure);
  }

  private String said(SdkException reason) {
    if (reason instanceof CallTimeoutException) {
      return "no answer within 10 s";
    }
    if (reason instanceof ConnectionException) {
      return "the connection failed or was cut";
    }
    if (reason instanceof CredentialException) {
      return "the client's auth failed to make a credential";
    }
    return status == 0
        ? "the answer is not HTTP"
        : "HTTP " + status + ", but not the vendor's JSON";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  @Override
  public String toString() {
    return "Probed[" + said() + "]";
  }
}

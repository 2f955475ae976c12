package dev.contactsdk.core;

import dev.contactsdk.core.http.Headers;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that is known of its exchange. Prints without the body.
 *
 * @param status the HTTP status; 0 when the answer to a create was lost and what it created was
 *     found by looking it up
 * @param headers the headers as received
 * @param requestId the vendor's id of the request; null when it gave none
 * @param attempts how many attempts it took, from 1
 * @param elapsed how long the call took, waits and all
 * @param waited how much of that the call waited for permits of the client-side limit and between
 *     its attempts
 * @param body the answer
 * @param <T> the answer's type
 */
public record ApiResponse<T>(
    int status,
    Headers headers,
    @Nullable String requestId,
    int attempts,
    Duration elapsed,
    Duration waited,
    T body) {
  /**
   * This response with its body put into another form.
   *
   * @param change makes the new body
   * @param <R> the new body's type
   * @return a new response
   */
  public <R> ApiResponse<R> map(Function<? super T, ? extends R> change) {
    return new ApiResponse<>(
        status, headers, requestId, attempts, elapsed, waited, change.apply(body));
  }

  @Override
  public String toString() {
    return "ApiResponse[status="
        + status
        + ", requestId="
        + requestId
        + ", attempts="
        + attempts
        + ", elapsed="
        + elapsed
        + ", waited="
        + waited
        + "]";
  }
}

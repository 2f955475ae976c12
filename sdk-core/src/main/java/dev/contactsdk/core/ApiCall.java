package dev.contactsdk.core;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One operation with its input, ready to run. Nothing is sent until it runs, and each run is a
 * separate call. Immutable, so it can be stored, shared between threads and run again. The setting
 * methods return a changed copy.
 *
 * @param <T> the answer's type
 */
@CheckReturnValue
public interface ApiCall<T> {
  /**
   * Runs the call and waits for its answer. Interrupting the thread ends the call at once.
   *
   * @return the answer
   * @throws dev.contactsdk.core.error.SdkException on any failure; its outcome tells whether a
   *     write happened
   */
  @CanIgnoreReturnValue
  T execute();

  /**
   * Runs the call and returns its answer with status, headers, request id, attempts and time.
   *
   * @return the response
   * @throws dev.contactsdk.core.error.SdkException on any failure; its outcome tells whether a
   *     write happened
   */
  @CanIgnoreReturnValue
  ApiResponse<T> response();

  /**
   * Runs the call on another thread: on the client's executor if one is set, else on a virtual
   * thread if the JVM has them, else on a pool of 64 daemon threads. Cancelling the future ends the
   * waits and the exchange. A call that waits for a free thread fails at its deadline.
   *
   * <p>Do not block in the future's callbacks: they may run on the thread that the next call waits
   * for. Use {@code thenCompose} for a second call.
   *
   * @return a future of the answer; it fails with the {@link
   *     dev.contactsdk.core.error.SdkException} itself
   */
  @CanIgnoreReturnValue
  CompletableFuture<T> executeAsync();

  /**
   * Like {@link #executeAsync()}, but returns the whole response.
   *
   * @return a future of the response
   */
  @CanIgnoreReturnValue
  CompletableFuture<ApiResponse<T>> responseAsync();

  /**
   * Sets the time limit of one attempt, from connecting to the last byte of the answer.
   *
   * @param timeout more than zero; the default is the client's
   * @return a changed copy
   */
  ApiCall<T> timeout(Duration timeout);

  /**
   * Sets the time limit of the whole call: all attempts, the waits between them, and the wait for a
   * rate limit permit.
   *
   * @param deadline more than zero; the default is the client's
   * @return a changed copy
   */
  ApiCall<T> deadline(Duration deadline);

  /**
   * Adds a header, the same on every attempt. It replaces the client's header of the same name.
   *
   * @param name the header's name
   * @param value its value
   * @return a changed copy
   * @throws dev.contactsdk.core.error.InvalidRequestException when the header is malformed
   */
  ApiCall<T> header(String name, String value);

  /**
   * Sets the retry policy of this call.
   *
   * @param policy replaces the client's policy
   * @return a changed copy
   */
  ApiCall<T> retry(RetryPolicy policy);
}

package dev.contactsdk.core;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One operation with its input, ready to run. Nothing is sent before one of the running methods is
 * called, and each run is a call of its own. Immutable, so it can be kept, shared between threads
 * and run again; the settings return a changed copy.
 *
 * @param <T> what the operation answers
 */
@CheckReturnValue
public interface ApiCall<T> {
  /**
   * Runs the call and waits for its answer. Interrupting the thread ends it at once.
   *
   * @return the answer
   * @throws dev.contactsdk.core.error.SdkException on any failure; its outcome tells what became of
   *     a write
   */
  @CanIgnoreReturnValue
  T execute();

  /**
   * Runs the call and waits for its answer, with status, headers, request id, attempts and time.
   *
   * @return the whole response
   * @throws dev.contactsdk.core.error.SdkException on any failure; its outcome tells what became of
   *     a write
   */
  @CanIgnoreReturnValue
  ApiResponse<T> response();

  /**
   * Runs the call on another thread: of the client's executor where one was set, else a virtual one
   * where the JVM has them, else one of a pool of 64 daemon threads. Cancelling the future ends the
   * waits and the exchange. A call that waits for a free thread fails at its deadline.
   *
   * <p>Do not block in what hangs on the future: it may run on the thread that the next call waits
   * for. Use {@code thenCompose} for a second call.
   *
   * @return a future of the answer; it fails with the {@link
   *     dev.contactsdk.core.error.SdkException} itself
   */
  @CanIgnoreReturnValue
  CompletableFuture<T> executeAsync();

  /**
   * Like {@link #executeAsync()}, with the whole response.
   *
   * @return a future of the response
   */
  @CanIgnoreReturnValue
  CompletableFuture<ApiResponse<T>> responseAsync();

  /**
   * How long one attempt of this call may take, from connecting to the last byte of the answer.
   *
   * @param timeout more than zero; the default is the client's
   * @return a changed copy
   */
  ApiCall<T> timeout(Duration timeout);

  /**
   * How long the whole call may take: all attempts, the waits between them, and the wait for a
   * permit.
   *
   * @param deadline more than zero; the default is the client's
   * @return a changed copy
   */
  ApiCall<T> deadline(Duration deadline);

  /**
   * Sends a header along. It is the same on every attempt, and in place of a header of that name
   * which the client sets.
   *
   * @param name the header's name
   * @param value its value
   * @return a changed copy
   * @throws dev.contactsdk.core.error.InvalidRequestException when the header is malformed
   */
  ApiCall<T> header(String name, String value);

  /**
   * How often this call is tried.
   *
   * @param policy in place of the client's
   * @return a changed copy
   */
  ApiCall<T> retry(RetryPolicy policy);
}

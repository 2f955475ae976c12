package dev.contactsdk.core.listener;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import java.time.Duration;

/**
 * The events of one call, in their order, on the thread that runs it. Each method does nothing
 * unless it is overridden, and must return soon, because the call waits for it.
 */
public interface CallEvents {
  /**
   * The call has started. Nothing has been sent. {@link #ended} follows on the same thread.
   *
   * @param call its operation, path template and effect
   */
  default void started(CallInfo call) {}

  /**
   * An attempt has asked for a permit of the client-side rate limit, and goes on.
   *
   * @param waited how long it waited; zero for a permit that was free. The wait also ends when the
   *     call fails: for a deadline that is too near, or because the client was closed
   */
  default void permitAwaited(Duration waited) {}

  /**
   * An attempt starts. {@link #attemptEnded} follows.
   *
   * @param request the request without its credential. Its URL and its body may hold personal data:
   *     use {@link CallInfo#pathTemplate()} of {@link HttpRequest#call()}
   * @return headers to send with this attempt, such as {@code traceparent}; they replace those of
   *     the same name, but never the credential. Those that the transport sets, such as {@code
   *     Content-Length}, are left out. Each attempt of a {@link Effect#REPEATABLE_WRITE} sends
   *     those of the first one
   */
  default Headers attemptStarted(HttpRequest request) {
    return Headers.empty();
  }

  /**
   * An attempt has ended.
   *
   * @param attempt how it ended
   */
  default void attemptEnded(AttemptEnd attempt) {}

  /**
   * The call is about to wait: before the next attempt, or, if the outcome of a create is unknown,
   * before the SDK looks for what was sent.
   *
   * @param wait how long
   * @param because why: the failure of the last attempt
   */
  default void backingOff(Duration wait, SdkException because) {}

  /**
   * The call has ended.
   *
   * @param call how it ended
   */
  default void ended(CallEnd call) {}
}

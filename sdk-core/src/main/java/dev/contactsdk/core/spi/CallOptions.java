package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one call; what is null is the client's.
 *
 * @param timeout how long one attempt may take; null for the client's
 * @param deadline how long the whole call may take; null for the client's
 * @param retry how often it is tried; null for the client's
 * @param headers what is sent along, in place of the client's headers of the same name
 */
public record CallOptions(
    @Nullable Duration timeout,
    @Nullable Duration deadline,
    @Nullable RetryPolicy retry,
    Headers headers) {
  /** No settings: all as the client has it. */
  public static final CallOptions DEFAULT = new CallOptions(null, null, null, Headers.empty());

  CallOptions timeout(Duration changed) {
    return new CallOptions(positive("timeout", changed), deadline, retry, headers);
  }

  CallOptions deadline(Duration changed) {
    return new CallOptions(timeout, positive("deadline", changed), retry, headers);
  }

  CallOptions retry(RetryPolicy changed) {
    return new CallOptions(timeout, deadline, given("retry", changed), headers);
  }

  CallOptions header(String name, String value) {
    return new CallOptions(timeout, deadline, retry, headers.with(name, value));
  }

  public static <T> T given(String setting, @Nullable T value) {
    return InvalidRequestException.refuseNull(setting, "the value", value);
  }

  public static Duration positive(String setting, Duration duration) {
    if (given(setting, duration).isZero() || duration.isNegative()) {
      throw new InvalidRequestException(setting, "has to be more than zero, and is " + duration);
    }
    return duration;
  }
}

package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.internal.pipeline.FramingHeaders;
import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one call. Null stands for the client's setting.
 *
 * @param timeout the time limit of one attempt; null for the client's
 * @param deadline the time limit of the whole call; null for the client's
 * @param retry the retry policy; null for the client's
 * @param headers extra headers; they replace the client's headers of the same name
 */
public record CallOptions(
    @Nullable Duration timeout,
    @Nullable Duration deadline,
    @Nullable RetryPolicy retry,
    Headers headers) {
  /** No settings; the client's apply. */
  public static final CallOptions DEFAULT = new CallOptions(null, null, null, Headers.empty());

  CallOptions timeout(Duration changed) {
    return new CallOptions(
        InvalidRequestException.refuseNotPositive("timeout", changed), deadline, retry, headers);
  }

  CallOptions deadline(Duration changed) {
    return new CallOptions(
        timeout, InvalidRequestException.refuseNotPositive("deadline", changed), retry, headers);
  }

  CallOptions retry(RetryPolicy changed) {
    return new CallOptions(
        timeout, deadline, InvalidRequestException.refuseNull("retry", changed), headers);
  }

  CallOptions header(String name, String value) {
    Headers changed = headers.with(name, value);
    FramingHeaders.refuse(name);
    return new CallOptions(timeout, deadline, retry, changed);
  }
}

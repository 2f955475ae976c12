package dev.contactsdk.core.listener;

import dev.contactsdk.core.http.CallInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. Holds no personal data and no secret, apart from the failure's raw body.
 *
 * @param call the attempt's call, whose {@code attempts()} is the attempt's number
 * @param status the HTTP status; 0 when there was no answer
 * @param requestBytes the length of the body that was to be sent; 0 for none, -1 when unknown
 * @param responseBytes the length of a success's body as received; -1 for a failure
 * @param elapsed from before the credential was made until the answer was read
 * @param failure why it failed; null after a success
 */
public record AttemptEnd(
    CallInfo call,
    int status,
    long requestBytes,
    long responseBytes,
    Duration elapsed,
    @Nullable Throwable failure) {}

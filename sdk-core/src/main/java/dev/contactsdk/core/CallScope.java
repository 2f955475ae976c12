package dev.contactsdk.core;

import dev.contactsdk.core.time.Deadline;

/**
 * One run of a call, however many requests it takes.
 *
 * @param options the call's settings
 * @param deadline by when the run has to be over
 */
public record CallScope(CallOptions options, Deadline deadline) {}

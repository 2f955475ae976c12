package dev.contactsdk.core;

import org.jspecify.annotations.Nullable;

/**
 * What was read from an answer's body.
 *
 * @param value the answer
 * @param requestId the vendor's id of the request, where the body holds it; null otherwise
 * @param <T> the answer's type
 */
public record Decoded<T>(T value, @Nullable String requestId) {}

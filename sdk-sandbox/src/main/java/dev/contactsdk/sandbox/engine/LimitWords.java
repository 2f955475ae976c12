package dev.contactsdk.sandbox.engine;

/** A vendor's wording when the rate limit is exceeded. */
public enum LimitWords {
  /** As documented, without a header. */
  DOCUMENTED,
  /** With {@code Retry-After} in seconds. */
  RETRY_AFTER_SECONDS,
  /** With {@code Retry-After} as a date. */
  RETRY_AFTER_DATE,
  /** With {@code retry-after-ms}. */
  RETRY_AFTER_MS,
  /** Truedy: the error object is under {@code detail}. */
  NESTED,
  /** Truedy: an internal error. */
  INTERNAL_ERROR
}

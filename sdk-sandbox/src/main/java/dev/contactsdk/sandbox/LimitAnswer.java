package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.LimitWords;

/** How a sandbox words that the rate limit is hit. The status is 429 unless said otherwise. */
public enum LimitAnswer {
  /**
   * As documented: Kore.ai sends its message and no hint when to come back; Truedy sends {@code
   * error.details.reset_at}. Neither sends a header.
   */
  DOCUMENTED(LimitWords.DOCUMENTED),
  /** As documented, and {@code Retry-After} in whole seconds, rounded up. */
  RETRY_AFTER_SECONDS(LimitWords.RETRY_AFTER_SECONDS),
  /** As documented, and {@code Retry-After} as an HTTP date, rounded up to the second. */
  RETRY_AFTER_DATE(LimitWords.RETRY_AFTER_DATE),
  /** As documented, and {@code retry-after-ms} in milliseconds. */
  RETRY_AFTER_MS(LimitWords.RETRY_AFTER_MS),
  /** Truedy: the error object lies under {@code detail}. Kore.ai: as documented. */
  NESTED(LimitWords.NESTED),
  /**
   * Truedy: status 500 and code {@code internal_error}, as seen in an earlier backend. Kore.ai: as
   * documented.
   */
  INTERNAL_ERROR(LimitWords.INTERNAL_ERROR);

  final LimitWords words;

  LimitAnswer(LimitWords words) {
    this.words = words;
  }
}

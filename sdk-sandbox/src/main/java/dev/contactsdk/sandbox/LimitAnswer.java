package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.LimitWords;

/**
 * The answer of a sandbox when the rate limit is exceeded. The status is 429 unless set otherwise.
 */
public enum LimitAnswer {
  /**
   * As documented: Kore.ai sends its message and no time to retry; Truedy sends {@code
   * error.details.reset_at}. Neither sends a header.
   */
  DOCUMENTED(LimitWords.DOCUMENTED),
  /** As documented, plus {@code Retry-After} in whole seconds, rounded up. */
  RETRY_AFTER_SECONDS(LimitWords.RETRY_AFTER_SECONDS),
  /** As documented, plus {@code Retry-After} as an HTTP date, rounded up to the second. */
  RETRY_AFTER_DATE(LimitWords.RETRY_AFTER_DATE),
  /** As documented, plus {@code retry-after-ms} in milliseconds. */
  RETRY_AFTER_MS(LimitWords.RETRY_AFTER_MS),
  /** Truedy: the error object is under {@code detail}. Kore.ai: as documented. */
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

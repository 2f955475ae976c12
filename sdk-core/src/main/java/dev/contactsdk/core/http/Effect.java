package dev.contactsdk.core.http;

/**
 * What an operation does to the vendor's data: it decides which failures may be followed by another
 * attempt.
 */
public enum Effect {
  /** Reads only. Any attempt may be repeated. */
  READ,
  /**
   * Writes, and would write again when repeated. Repeated only when the vendor is known not to have
   * carried it out.
   */
  WRITE,
  /**
   * Writes to the same end however often it is sent: values are set, or an idempotency key is sent
   * along.
   */
  REPEATABLE_WRITE,
  /**
   * Deletes: repeatable, and "not found" after an attempt of unknown fate means that it is done.
   */
  DELETE
}

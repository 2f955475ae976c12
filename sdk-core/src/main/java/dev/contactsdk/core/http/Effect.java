package dev.contactsdk.core.http;

/** What an operation does to the vendor's data. It decides which failures may be retried. */
public enum Effect {
  /** Reads only. May always be repeated. */
  READ,
  /**
   * Writes again each time it is sent. Repeated only if the vendor certainly has not processed it.
   */
  WRITE,
  /**
   * Writes with the same result however often it is sent, because it sets values or has an
   * idempotency key.
   */
  REPEATABLE_WRITE,
  /**
   * Deletes. May be repeated; "not found" after an attempt with an unknown outcome means success.
   */
  DELETE
}

package dev.contactsdk.sandbox;

/**
 * What happens to an array of contacts if one number is a duplicate; Kore.ai does not document it.
 */
public enum KoreArrayPolicy {
  /** Stores none and refuses the request. */
  ALL_OR_NOTHING,
  /** Stores and returns the others; omits the duplicate silently. */
  SKIP_DUPLICATES,
  /** Stores the contacts before it, then refuses the request. */
  STOP_AT_FIRST
}

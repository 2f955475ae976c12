package dev.contactsdk.sandbox;

/**
 * What becomes of an array of contacts when one of them has a number that is taken; Kore.ai does
 * not document it.
 */
public enum KoreArrayPolicy {
  /** Nothing is stored, the request is refused. */
  ALL_OR_NOTHING,
  /** The others are stored and answered, the taken number is left out without a word. */
  SKIP_DUPLICATES,
  /** The ones before it are stored, then the request is refused. */
  STOP_AT_FIRST
}

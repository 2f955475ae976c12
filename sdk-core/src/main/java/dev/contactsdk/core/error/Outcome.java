package dev.contactsdk.core.error;

/**
 * What became of a write when its call failed: whether it may be repeated, or has to be looked up
 * first.
 */
public enum Outcome {
  /** Nothing reached the vendor. Nothing changed; the call may be repeated. */
  NOT_SENT,
  /** The vendor answered and refused. Nothing changed. */
  REJECTED,
  /**
   * The vendor answered success, but the answer could not be read. The write happened; do not
   * repeat it.
   */
  APPLIED,
  /**
   * The exchange broke between the first byte sent and a complete answer. The write may or may not
   * have happened.
   */
  UNKNOWN
}

package dev.contactsdk.core.error;

/**
 * What became of a write when its call failed: whether it may be repeated, or has to be looked up
 * first.
 *
 * <p>A read changes nothing, so its outcome only says how far the exchange got. It is never {@link
 * #APPLIED}: an answer that could not be read is {@link #UNKNOWN}.
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
   * The write may or may not have happened. The exchange broke between the first byte sent and a
   * complete answer, or the answer proves nothing: a 5xx, a 408, a page of a proxy or gateway, an
   * error inside a success that does not say what was refused, a success with another record than
   * was sent or with fewer, or one of the vendor's errors that does not prove a refusal.
   */
  UNKNOWN
}

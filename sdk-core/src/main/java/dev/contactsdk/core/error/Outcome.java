package dev.contactsdk.core.error;

/**
 * Whether a write happened when its call failed. It tells whether to repeat the call or look up the
 * record first.
 *
 * <p>A read changes nothing, so its outcome only says how far the exchange got. It is never {@link
 * #APPLIED}: an unreadable answer is {@link #UNKNOWN}.
 */
public enum Outcome {
  /** Nothing reached the vendor. Nothing changed; the call may be repeated. */
  NOT_SENT,
  /** The vendor rejected the request. Nothing changed. */
  REJECTED,
  /**
   * The vendor answered success for a single record, but the answer could not be read. The write
   * happened; do not repeat it.
   */
  APPLIED,
  /**
   * The write may or may not have happened. The exchange broke between the first byte sent and a
   * complete answer, or the answer proves nothing: a 5xx, a 408, a proxy or gateway page, an error
   * inside a success that does not say what was rejected, a success with another record or fewer
   * records than sent, a vendor error that does not prove a rejection, or a refusal of several
   * records, of which some may have been written.
   */
  UNKNOWN
}

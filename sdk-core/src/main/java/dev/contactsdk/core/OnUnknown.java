package dev.contactsdk.core;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a create does when it fails and its outcome is unknown. */
public final class OnUnknown {
  private enum Way {
    FAIL,
    LOOK_UP,
    LOOK_UP_THEN_RESEND,
    RESEND_THEN_LOOK_UP
  }

  private static final OnUnknown FAIL = new OnUnknown(Way.FAIL, null);
  private static final OnUnknown LOOK_UP = new OnUnknown(Way.LOOK_UP, null);
  private static final OnUnknown LOOK_UP_FIRST = new OnUnknown(Way.LOOK_UP_THEN_RESEND, null);
  private static final OnUnknown RESEND_FIRST = new OnUnknown(Way.RESEND_THEN_LOOK_UP, null);

  private final Way way;
  private final @Nullable Duration settle;

  private OnUnknown(Way way, @Nullable Duration settle) {
    this.way = way;
    this.settle = settle;
  }

  /**
   * Fails with {@link dev.contactsdk.core.error.Outcome#UNKNOWN}: the default.
   *
   * @return the policy
   */
  public static OnUnknown fail() {
    return FAIL;
  }

  /**
   * Looks up the record. If it is found, it is the call's answer. A record that shows any property
   * other than it was sent, or that it is deleted or older than the call, is another one. If none
   * is found, the call fails with {@link dev.contactsdk.core.error.UnconfirmedWriteException},
   * because the vendor may still process the request. The look-up costs requests: if the vendor has
   * no search, one per page of all its contacts. It runs within the call's deadline.
   *
   * @return the policy
   */
  public static OnUnknown lookUp() {
    return LOOK_UP;
  }

  /**
   * Looks up the record, and sends it again if it is not found. Before it sends again, it waits for
   * the vendor's usual time to settle and searches all the vendor's contacts. It does not wait if
   * the vendor itself rejects duplicates. Everything runs within the call's deadline. If that is
   * too short for the wait, nothing is sent again.
   *
   * @return the policy
   */
  public static OnUnknown lookUpThenResend() {
    return LOOK_UP_FIRST;
  }

  /**
   * Like {@link #lookUpThenResend()}, with another time to settle. If the vendor accepts duplicates
   * and processes the first request after this time, it creates one.
   *
   * @param settle how long the vendor may still process the first request; more than zero
   * @return the policy
   */
  public static OnUnknown lookUpThenResend(Duration settle) {
    return new OnUnknown(
        Way.LOOK_UP_THEN_RESEND, InvalidRequestException.refuseNotPositive("settle", settle));
  }

  /**
   * Sends again at once, and looks up only if that is rejected or lost too. It costs one request if
   * it succeeds. Only for a vendor that rejects duplicates: Kore.ai accepts a phone number or an
   * agent's e-mail address only once.
   *
   * @return the policy
   */
  public static OnUnknown resendThenLookUp() {
    return RESEND_FIRST;
  }

  /**
   * Whether the policy does anything.
   *
   * @return false for {@link #fail()}
   */
  public boolean looksUp() {
    return way != Way.FAIL;
  }

  /**
   * Whether missing records are sent again.
   *
   * @return true for the policies with "resend" in their names
   */
  public boolean resends() {
    return way == Way.LOOK_UP_THEN_RESEND || way == Way.RESEND_THEN_LOOK_UP;
  }

  /**
   * Whether the request is sent again before a look-up.
   *
   * @return true for {@link #resendThenLookUp()}
   */
  public boolean sendsFirst() {
    return way == Way.RESEND_THEN_LOOK_UP;
  }

  /**
   * How long to wait before sending missing records again.
   *
   * @param usual the vendor's usual time to settle
   * @return the time that was set, else the usual one
   */
  public Duration settleOr(Duration usual) {
    return settle == null ? usual : settle;
  }
}

package dev.contactsdk.core;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a create does when it breaks off and nobody knows whether the vendor carried it out. */
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
   * Looks for what was to be created. If it is found, it is the call's answer. If not, the call
   * fails with {@link dev.contactsdk.core.error.UnconfirmedWriteException}, because the vendor may
   * still carry the request out. The look-up costs requests: where the vendor cannot be searched,
   * one for each page of all its contacts. It runs within the call's deadline.
   *
   * @return the policy
   */
  public static OnUnknown lookUp() {
    return LOOK_UP;
  }

  /**
   * Looks for what was to be created, and sends again what is not found. Before it sends again it
   * waits for the vendor's usual time to settle, and goes through all its contacts; where the
   * vendor itself refuses to create the same twice, it does not wait. All of it runs within the
   * call's deadline: if that is too short for the wait, nothing is sent again.
   *
   * @return the policy
   */
  public static OnUnknown lookUpThenResend() {
    return LOOK_UP_FIRST;
  }

  /**
   * Like {@link #lookUpThenResend()}, with another time to settle. Where the vendor does not refuse
   * duplicates, a request that it carries out later than this makes one.
   *
   * @param settle how long the first request may still be under way; more than zero
   * @return the policy
   */
  public static OnUnknown lookUpThenResend(Duration settle) {
    return new OnUnknown(
        Way.LOOK_UP_THEN_RESEND, InvalidRequestException.refuseNotPositive("settle", settle));
  }

  /**
   * Sends again at once, and looks up only when that is refused or lost too. It costs one request
   * when it succeeds. Only for a vendor that refuses to create the same twice: Kore.ai takes a
   * phone number and an agent's e-mail address once.
   *
   * @return the policy
   */
  public static OnUnknown resendThenLookUp() {
    return RESEND_FIRST;
  }

  /**
   * Whether anything is done at all.
   *
   * @return false for {@link #fail()}
   */
  public boolean looksUp() {
    return way != Way.FAIL;
  }

  /**
   * Whether what is missing is sent again.
   *
   * @return true for the policies with "resend" in their names
   */
  public boolean resends() {
    return way == Way.LOOK_UP_THEN_RESEND || way == Way.RESEND_THEN_LOOK_UP;
  }

  /**
   * Whether it is sent again before anything is looked up.
   *
   * @return true for {@link #resendThenLookUp()}
   */
  public boolean sendsFirst() {
    return way == Way.RESEND_THEN_LOOK_UP;
  }

  /**
   * How long to wait before what is missing is sent again.
   *
   * @param usual the vendor's usual time to settle
   * @return the time that was set, else the usual one
   */
  public Duration settleOr(Duration usual) {
    return settle == null ? usual : settle;
  }
}

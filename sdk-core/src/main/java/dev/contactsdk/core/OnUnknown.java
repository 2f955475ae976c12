package dev.contactsdk.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a create does when it breaks off and nobody knows whether the vendor carried it out. It is
 * never just sent again.
 */
public final class OnUnknown {
  private static final OnUnknown FAIL = new OnUnknown(false, false, null);
  private static final OnUnknown LOOK_UP = new OnUnknown(true, false, null);
  private static final OnUnknown RESEND = new OnUnknown(true, true, null);

  private final boolean looksUp;
  private final boolean resends;
  private final @Nullable Duration settle;

  private OnUnknown(boolean looksUp, boolean resends, @Nullable Duration settle) {
    this.looksUp = looksUp;
    this.resends = resends;
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
   * Looks for what was to be created. Found, it is the call's answer; not found, the call fails
   * with {@link dev.contactsdk.core.error.UnconfirmedWriteException}, for the vendor may still
   * carry it out. The look-up costs requests and has a deadline of its own.
   *
   * @return the policy
   */
  public static OnUnknown lookUp() {
    return LOOK_UP;
  }

  /**
   * Looks for what was to be created, and sends again what is not found, with the vendor's usual
   * time to settle before: none where the vendor itself refuses to create the same twice.
   *
   * @return the policy
   */
  public static OnUnknown lookUpThenResend() {
    return RESEND;
  }

  /**
   * Like {@link #lookUpThenResend()}, with a wait and another look before sending again. Where the
   * vendor does not refuse duplicates, a request that it carries out later than this after all
   * makes one.
   *
   * @param settle how long the first request may still be under way
   * @return the policy
   */
  public static OnUnknown lookUpThenResend(Duration settle) {
    return new OnUnknown(true, true, CallOptions.positive("settle", settle));
  }

  boolean looksUp() {
    return looksUp;
  }

  boolean resends() {
    return resends;
  }

  Duration settleOr(Duration usual) {
    return settle == null ? usual : settle;
  }
}

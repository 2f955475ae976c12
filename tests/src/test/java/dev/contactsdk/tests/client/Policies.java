package dev.contactsdk.tests.client;

import dev.contactsdk.core.OnUnknown;
import java.util.List;

/** What creates do when nobody knows what became of them. */
public final class Policies {
  private Policies() {}

  public static List<OnUnknown> of(Vendor vendor) {
    List<OnUnknown> both =
        List.of(OnUnknown.fail(), OnUnknown.lookUp(), OnUnknown.lookUpThenResend());
    return vendor == Vendor.TRUEDY
        ? both
        : List.of(both.get(0), both.get(1), both.get(2), OnUnknown.resendThenLookUp());
  }
}

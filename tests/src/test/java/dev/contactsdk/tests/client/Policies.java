package dev.contactsdk.tests.client;

import dev.contactsdk.core.OnUnknown;
import java.util.List;

/** What creates do when nobody knows what became of them. */
public final class Policies {
  /** Where the vendor refuses duplicates, it sends again before it looks. */
  public static final OnUnknown RESEND = OnUnknown.lookUpThenResend();

  private Policies() {}

  public static List<OnUnknown> all() {
    return List.of(OnUnknown.fail(), OnUnknown.lookUp(), RESEND);
  }
}

package dev.contactsdk.core.spi;

/** How a vendor's answer compares with what was sent. */
public enum Likeness {
  /** It is certainly what was sent. */
  SAME,
  /** It may be what was sent or something else. It is unreadable or incomplete. */
  MAYBE,
  /** It is certainly something else. */
  OTHER
}

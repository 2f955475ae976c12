package dev.contactsdk.core.spi;

/** How what a vendor answers compares with what was sent. */
public enum Likeness {
  /** It surely is what was sent. */
  SAME,
  /** It may be, and may be something else: it cannot be read, or leaves something open. */
  MAYBE,
  /** It surely is something else. */
  OTHER
}

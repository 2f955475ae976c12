package dev.contactsdk.transfer.target;

/** How a field that was sent compares with what the target shows. */
public enum Comparison {
  /** The target shows the same value, perhaps in another form. */
  SAME,
  /** The target shows another value. */
  DIFFERENT,
  /** The target does not show the field, so nothing can be said about it. */
  NOT_SHOWN
}

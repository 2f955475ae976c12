package dev.contactsdk.transfer.mapping;

/** How a column with whole names is split. */
public enum NameOrder {
  /** The first word is the first name, the rest is the last name. One word is a first name. */
  FIRST_LAST,
  /** {@code Last, First}. A name without a comma is a last name. */
  LAST_COMMA_FIRST
}

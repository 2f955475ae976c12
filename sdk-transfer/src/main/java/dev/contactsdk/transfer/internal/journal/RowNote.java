package dev.contactsdk.transfer.internal.journal;

/** What a later decision about a row needs to know beyond its state. */
public enum RowNote {
  /** The row lacks something that only a create needs. */
  INCOMPLETE,
  /** Its number is that of an earlier row. */
  REPEATS,
  /** Its contact is as the row wants it. */
  AS_WANTED,
  /** Its contact, found by its key, has another number and keeps it. */
  KEEPS_NUMBER,
  /** It is refused because the plan wants no row whose contact is there. */
  CONTACT_THERE,
  /**
   * Its number was taken after an earlier request of unknown fate, so perhaps by the row itself.
   */
  TAKEN_BEFORE
}

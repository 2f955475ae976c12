package dev.contactsdk.transfer.internal.journal;

/** What a later decision about a row needs to know beyond its state. */
public enum RowNote {
  /** The row lacks something that only a create needs. */
  INCOMPLETE,
  /** Its number is that of an earlier row. */
  REPEATS,
  /** It is refused because the plan wants no row whose contact is there. */
  CONTACT_THERE,
  /**
   * Its number was taken after an earlier request of unknown fate, so perhaps by the row itself.
   */
  TAKEN_BEFORE
}

package dev.contactsdk.transfer.run;

/** What a plan wants to do with a row. */
public enum RowAction {
  /** Create a contact. */
  CREATE,
  /** Change a contact that is there. */
  UPDATE,
  /** Delete a contact that this journal created. */
  DELETE,
  /** Nothing. */
  NONE
}

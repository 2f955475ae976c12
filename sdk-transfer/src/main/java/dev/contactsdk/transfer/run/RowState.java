package dev.contactsdk.transfer.run;

/** What has become of a row. */
public enum RowState {
  /** Not sent yet. */
  PLANNED,
  /** Its request is under way, or was when the process ended. */
  SENT,
  /** An answer or a listing proves that this plan created the contact. */
  CREATED,
  /** An answer or a listing proves that the contact has the planned values. */
  UPDATED,
  /** An answer or a listing proves that this plan deleted the contact. */
  DELETED,
  /** The number was there when the row was sent; the contact may be someone else's. */
  PRESENT,
  /** The target refused the row. */
  REJECTED,
  /** Nobody knows yet; a listing settles it. */
  UNKNOWN,
  /** Nothing to do: a repeated number, an excluded one, or a contact that already is as wanted. */
  SKIPPED,
  /** The row cannot be sent as it is; the reason says why. */
  REFUSED,
  /** The target changed after the plan was made; the row waits for a new plan. */
  DRIFTED,
  /** Taken back. */
  UNDONE
}

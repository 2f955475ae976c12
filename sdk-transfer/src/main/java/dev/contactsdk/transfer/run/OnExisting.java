package dev.contactsdk.transfer.run;

/** What a plan does with a row whose number the target already has. */
public enum OnExisting {
  /** Leaves the contact as it is. The default. */
  SKIP,
  /** Changes the fields that differ. */
  UPDATE,
  /** Refuses the row. */
  REJECT
}

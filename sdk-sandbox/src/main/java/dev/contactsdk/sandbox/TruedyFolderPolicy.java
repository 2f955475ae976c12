package dev.contactsdk.sandbox;

/**
 * How a Truedy sandbox treats {@code folder_id} when it creates a contact. Truedy's pages disagree.
 */
public enum TruedyFolderPolicy {
  /** Optional. If sent, the folder must exist; without it the contact is in no folder. */
  OPTIONAL,
  /** Ignored, because 'Create Contact' does not have it. */
  IGNORED,
  /** Required, and the folder must exist, as on the page 'Contacts'. */
  REQUIRED
}

package dev.contactsdk.sandbox;

/**
 * What a Truedy sandbox makes of {@code folder_id} when a contact is created; the pages disagree.
 */
public enum TruedyFolderPolicy {
  /** It may be sent and must then exist; without it the contact lies in no folder. */
  OPTIONAL,
  /** It is not looked at, as 'Create Contact' does not know it. */
  IGNORED,
  /** It must be sent and exist, as the page 'Contacts' says. */
  REQUIRED
}

package dev.contactsdk.sandbox;

/** The documented forms of an import that a Truedy sandbox takes. Others get status 422. */
public enum TruedyImportForm {
  /** 'Import Contacts (CSV)': a file in a multipart form. */
  CURRENT(true, false),
  /** The older page 'Import Contacts': JSON, with a file in Base64 or with contacts. */
  OLDER(false, true),
  /** Both. No page says that a server takes both. */
  BOTH(true, true);

  final boolean multipart;
  final boolean json;

  TruedyImportForm(boolean multipart, boolean json) {
    this.multipart = multipart;
    this.json = json;
  }
}

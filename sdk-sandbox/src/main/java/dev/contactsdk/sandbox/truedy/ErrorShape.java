package dev.contactsdk.sandbox.truedy;

/** The shapes of a returned error. */
public enum ErrorShape {
  /** 'Error handling'. */
  GUIDE,
  /** 'Create Contact'. */
  REFERENCE,
  /** A text under {@code detail}. */
  DETAIL_TEXT,
  /** An error object under {@code detail}. */
  DETAIL_ERROR,
  /** An earlier backend. */
  EARLIER_BACKEND
}

package dev.contactsdk.sandbox.truedy;

/** The shapes of a returned contact. */
public enum ContactShape {
  /** The response schema of 'Create Contact'. */
  SCHEMA,
  /** The response example of the same page. */
  EXAMPLE,
  /** The older generated reference. */
  OLDER_REFERENCE,
  /** An earlier backend. */
  EARLIER_BACKEND
}

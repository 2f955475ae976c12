package dev.contactsdk.core.diagnose;

/** What a check found. */
public enum Verdict {
  /** It was tried and works. */
  OK,
  /** It was tried and does not work. */
  WRONG,
  /** It could not be tried, or the answer does not tell. */
  UNKNOWN
}

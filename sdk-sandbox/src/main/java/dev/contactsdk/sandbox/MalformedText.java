package dev.contactsdk.sandbox;

/** Text from a request that cannot be read as what it claims to be. */
final class MalformedText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedText(String message) {
    super(message, null, false, false);
  }
}

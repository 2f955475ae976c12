package dev.contactsdk.sandbox.engine;

/** Text from a request that does not have its declared format. */
public final class MalformedText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedText(String message) {
    super(message, null, false, false);
  }
}

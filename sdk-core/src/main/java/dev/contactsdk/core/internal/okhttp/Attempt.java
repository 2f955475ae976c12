package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;

/** How far one attempt has got, for what the failure of it says. */
final class Attempt {
  private volatile boolean begun;
  private volatile boolean written;

  void begin() {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }

  /**
   * An application's interceptor may try again by itself, and so write twice; it may also make a
   * new request or use another client, and then only the body is the same.
   */
  void write() throws IOException {
    begun = true;
    if (written) {
      throw new IOException("an interceptor of the OkHttp client tried to send the request twice");
    }
    written = true;
  }
}

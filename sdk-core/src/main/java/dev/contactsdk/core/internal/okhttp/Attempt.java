package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;

/** How far one attempt has got, for its failure's outcome. */
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
   * Detects an application's interceptor that sends the request twice. It may use a new request or
   * another client, so only the body can tell.
   */
  void write() throws IOException {
    begun = true;
    if (written) {
      throw new IOException("an interceptor of the OkHttp client tried to send the request twice");
    }
    written = true;
  }
}

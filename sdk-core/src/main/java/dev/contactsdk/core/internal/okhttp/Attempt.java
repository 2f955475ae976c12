package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;

/**
 * How far one attempt has got, for its failure's outcome. Also refuses an application's interceptor
 * that sends a body twice.
 */
final class Attempt {
  private volatile boolean begun;
  private volatile boolean written;
  private volatile boolean sent;

  boolean hasBegun() {
    return begun;
  }

  /** The body is written, perhaps by an interceptor that uses a copy of it or another client. */
  void write() throws IOException {
    begun = true;
    refuse(written);
    written = true;
  }

  /** The request is sent, perhaps with a copy of the body. */
  void send(boolean hasBody) throws IOException {
    begun = true;
    refuse(sent && hasBody);
    sent |= hasBody;
  }

  private static void refuse(boolean again) throws IOException {
    if (again) {
      throw new IOException("an interceptor of the OkHttp client tried to send the request twice");
    }
  }
}

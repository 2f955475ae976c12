package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.io.Serial;

/** The server closed an idle connection before anything was written to it. */
final class DeadConnectionException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  DeadConnectionException() {
    super("the server has closed the connection");
  }
}

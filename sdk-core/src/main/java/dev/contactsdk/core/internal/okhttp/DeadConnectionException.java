package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.io.Serial;

/** The server has closed a kept connection before anything was written on it. */
final class DeadConnectionException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  DeadConnectionException() {
    super("the server has closed the connection");
  }
}

package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.io.Serial;

/** The source of a request body failed, or its length was wrong. */
final class RequestBodyException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  RequestBodyException(Exception cause) {
    super("the request's body could not be written: " + cause.getMessage(), cause);
  }
}

package dev.contactsdk.tests.server;

/** How a server ends a connection. */
public enum Close {
  /** The end of the stream, without any word of TLS. */
  FIN(false),
  /** A reset, which also takes away what the client has not read yet. */
  RST(false),
  /** An answer to no request, then the end of the stream. */
  REQUEST_TIMEOUT(false),
  /** TLS says that it ends, then the stream ends. */
  TLS_CLOSE_THEN_FIN(true),
  /** TLS says that it ends, and the socket stays open. */
  TLS_CLOSE_ONLY(true);

  private final boolean tlsOnly;

  Close(boolean tlsOnly) {
    this.tlsOnly = tlsOnly;
  }

  public boolean needsTls() {
    return tlsOnly;
  }
}

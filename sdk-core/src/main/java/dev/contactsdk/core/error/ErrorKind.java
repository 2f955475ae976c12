package dev.contactsdk.core.error;

/** The kind of an error answer, by status unless the vendor's text or code says otherwise. */
public enum ErrorKind {
  /** 400, 412, 422. */
  BAD_REQUEST,
  /** 401. */
  UNAUTHORIZED,
  /** 402. */
  PAYMENT_REQUIRED,
  /** 403. */
  PERMISSION_DENIED,
  /** 404. */
  NOT_FOUND,
  /** 409. */
  CONFLICT,
  /** 413. */
  PAYLOAD_TOO_LARGE,
  /** 429. */
  RATE_LIMITED,
  /** 5xx. */
  SERVER_ERROR,
  /**
   * Any other status, including redirects, which are never followed. Also an error with a success
   * status that does not say what it means.
   */
  UNEXPECTED_STATUS;

  /**
   * The kind of a status by itself.
   *
   * @param status an HTTP status
   * @return the kind
   */
  public static ErrorKind ofStatus(int status) {
    return switch (status) {
      case 400, 412, 422 -> BAD_REQUEST;
      case 401 -> UNAUTHORIZED;
      case 402 -> PAYMENT_REQUIRED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> NOT_FOUND;
      case 409 -> CONFLICT;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 429 -> RATE_LIMITED;
      default -> status >= 500 && status <= 599 ? SERVER_ERROR : UNEXPECTED_STATUS;
    };
  }
}

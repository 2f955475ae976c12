package dev.contactsdk.core.error;

/** Who wrote the body of an error answer, and so what the answer proves. */
public enum ErrorOrigin {
  /** The vendor: the body is an error in one of the vendor's own shapes. */
  VENDOR,
  /**
   * The vendor, in a shape that it also uses for its own failures, or in words that say the request
   * may be a repeat. It does not prove that a write was rejected.
   */
  VENDOR_FAULT,
  /** JSON in a shape not known from the vendor. A gateway may have written it. */
  OTHER_JSON,
  /** Nobody, because there is no body. Only the status counts. */
  NONE,
  /**
   * Not the vendor: a page or text, as proxies and gateways send it. It does not prove that a write
   * was rejected, because the vendor may have processed the request.
   */
  FOREIGN;

  /**
   * Whether the vendor itself wrote the body.
   *
   * @return true for {@link #VENDOR} and {@link #VENDOR_FAULT}
   */
  public boolean isVendor() {
    return this == VENDOR || this == VENDOR_FAULT;
  }

  /**
   * Whether a refusal with such a body proves that the request was rejected.
   *
   * @return false for {@link #VENDOR_FAULT} and {@link #FOREIGN}
   */
  public boolean provesRefusal() {
    return this != VENDOR_FAULT && this != FOREIGN;
  }
}

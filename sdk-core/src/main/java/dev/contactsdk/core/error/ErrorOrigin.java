package dev.contactsdk.core.error;

/** Who wrote the body of a refusal, and so what the refusal proves. */
public enum ErrorOrigin {
  /** The vendor: the body is an error in one of the vendor's own shapes. */
  VENDOR,
  /**
   * The vendor, in a shape that it also gives to failures of its own, or in words that say that the
   * request may have come to it before. It does not prove that a write was refused.
   */
  VENDOR_FAULT,
  /** JSON in a shape that the vendor is not known for. A gateway may have written it. */
  OTHER_JSON,
  /** Nobody: there is no body. Only the status speaks. */
  NONE,
  /**
   * Not the vendor: a page or a text, as proxies and gateways write them. It does not prove that a
   * write was refused, because a gateway may send it after the vendor carried the request out.
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
}

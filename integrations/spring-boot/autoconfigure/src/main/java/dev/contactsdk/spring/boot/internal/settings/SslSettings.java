package dev.contactsdk.spring.boot.internal.settings;

import org.jspecify.annotations.Nullable;

/** TLS between the application and the vendor. */
public class SslSettings {
  /** Name of the SSL bundle with the certificates to trust and to present. */
  private @Nullable String bundle;

  public @Nullable String getBundle() {
    return bundle;
  }

  public void setBundle(@Nullable String bundle) {
    this.bundle = bundle;
  }
}

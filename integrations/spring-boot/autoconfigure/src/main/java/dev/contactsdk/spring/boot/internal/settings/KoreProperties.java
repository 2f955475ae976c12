package dev.contactsdk.spring.boot.internal.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The properties of Kore.ai's clients. */
@ConfigurationProperties("contact-sdk.kore")
public class KoreProperties extends KoreAccountSettings {
  /** Whether clients for Kore.ai are created. */
  private boolean enabled = true;

  /** Further clients by name. Each takes over the settings above it that it does not set. */
  private final Map<String, KoreAccountSettings> accounts = new LinkedHashMap<>();

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public Map<String, KoreAccountSettings> getAccounts() {
    return accounts;
  }
}

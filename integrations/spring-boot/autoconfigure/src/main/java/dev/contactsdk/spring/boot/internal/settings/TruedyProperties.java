package dev.contactsdk.spring.boot.internal.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The properties of Truedy's clients. */
@ConfigurationProperties("contact-sdk.truedy")
public class TruedyProperties extends TruedyAccountSettings {
  /** Whether clients for Truedy are created. */
  private boolean enabled = true;

  /** Further clients by name. Each takes over the settings above it that it does not set. */
  private final Map<String, TruedyAccountSettings> accounts = new LinkedHashMap<>();

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public Map<String, TruedyAccountSettings> getAccounts() {
    return accounts;
  }
}

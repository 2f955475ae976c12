package dev.contactsdk.spring.boot.internal.settings;

import org.jspecify.annotations.Nullable;

/** The properties of one Truedy account. */
public class TruedyAccountSettings extends ClientSettings {
  /** API key, from Settings, API Keys in the dashboard. */
  private @Nullable String apiKey;

  /** Path of the API below the base URL of a self-hosted instance. */
  private @Nullable String apiPath;

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }

  public @Nullable String getApiPath() {
    return apiPath;
  }

  public void setApiPath(@Nullable String apiPath) {
    this.apiPath = apiPath;
  }
}

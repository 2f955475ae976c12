package dev.contactsdk.spring.boot.sandbox;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.spring.boot.TruedyConnectionDetails;
import org.jspecify.annotations.Nullable;

/** All accounts, in one sandbox. */
record TruedySandboxDetails(TruedySandbox sandbox) implements TruedyConnectionDetails {
  @Override
  public boolean isFor(@Nullable String account) {
    return true;
  }

  @Override
  public String getBaseUrl() {
    return sandbox.baseUrl();
  }

  @Override
  public String getApiKey() {
    return sandbox.apiKey();
  }

  @Override
  public RateLimiter getRateLimiter() {
    return RateLimiter.unlimited();
  }
}

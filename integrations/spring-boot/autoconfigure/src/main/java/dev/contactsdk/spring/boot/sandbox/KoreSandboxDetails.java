package dev.contactsdk.spring.boot.sandbox;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.KoreConnectionDetails;
import org.jspecify.annotations.Nullable;

/** All accounts, in one sandbox. */
record KoreSandboxDetails(KoreSandbox sandbox) implements KoreConnectionDetails {
  @Override
  public boolean isFor(@Nullable String account) {
    return true;
  }

  @Override
  public String getBaseUrl() {
    return sandbox.baseUrl();
  }

  @Override
  public String getStreamId() {
    return sandbox.streamId();
  }

  @Override
  public String getAccountId() {
    return sandbox.accountId();
  }

  @Override
  public String getClientId() {
    return sandbox.clientId();
  }

  @Override
  public String getClientSecret() {
    return sandbox.clientSecret();
  }

  @Override
  public String getAdminClientId() {
    return sandbox.adminClientId();
  }

  @Override
  public String getAdminClientSecret() {
    return sandbox.adminClientSecret();
  }

  @Override
  public RateLimiter getRateLimiter() {
    return RateLimiter.unlimited();
  }
}

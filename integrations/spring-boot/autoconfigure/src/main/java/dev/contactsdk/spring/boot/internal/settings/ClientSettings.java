package dev.contactsdk.spring.boot.internal.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/** The properties that both vendors' clients have. Null stands for the client's own default. */
public abstract class ClientSettings {
  /** Address of the vendor. Scheme (https) and trailing slash are optional. */
  private @Nullable String baseUrl;

  /** Whether plain http may go to other machines. It sends credentials and contacts unencrypted. */
  private boolean allowPlainHttp = false;

  /** Time limit of one attempt, from connecting to the last byte of the answer. */
  private @Nullable Duration timeout;

  /** Time limit of a call with all its attempts and waits. */
  private @Nullable Duration deadline;

  /** Time limit for a connection to the vendor or the proxy. */
  private @Nullable Duration connectTimeout;

  /** Largest answer that is read. */
  private @Nullable DataSize maxResponseSize;

  /** Headers to send with every request. */
  private final Map<String, String> headers = new LinkedHashMap<>();

  @NestedConfigurationProperty private final RetrySettings retry = new RetrySettings();

  @NestedConfigurationProperty private final RateLimitSettings rateLimit = new RateLimitSettings();

  @NestedConfigurationProperty private final ProxySettings proxy = new ProxySettings();

  @NestedConfigurationProperty private final SslSettings ssl = new SslSettings();

  public @Nullable String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(@Nullable String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public boolean isAllowPlainHttp() {
    return allowPlainHttp;
  }

  public void setAllowPlainHttp(boolean allowPlainHttp) {
    this.allowPlainHttp = allowPlainHttp;
  }

  public @Nullable Duration getTimeout() {
    return timeout;
  }

  public void setTimeout(@Nullable Duration timeout) {
    this.timeout = timeout;
  }

  public @Nullable Duration getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable Duration deadline) {
    this.deadline = deadline;
  }

  public @Nullable Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(@Nullable Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public @Nullable DataSize getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(@Nullable DataSize maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  public Map<String, String> getHeaders() {
    return headers;
  }

  public RetrySettings getRetry() {
    return retry;
  }

  public RateLimitSettings getRateLimit() {
    return rateLimit;
  }

  public ProxySettings getProxy() {
    return proxy;
  }

  public SslSettings getSsl() {
    return ssl;
  }

  /** Forgets proxy and SSL bundle, which belong to an address that was replaced. */
  public void dropNetwork() {
    proxy.clear();
    ssl.setBundle(null);
  }
}

package dev.contactsdk.spring.boot.internal.settings;

import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/** The proxy between the application and the vendor. */
public class ProxySettings {
  /** Kind of the proxy. */
  private Proxy.Type type = Proxy.Type.HTTP;

  /** Host name or address of the proxy. */
  private @Nullable String host;

  /** Port of the proxy. */
  private @Nullable Integer port;

  /** User name for an HTTP proxy that asks for one. */
  private @Nullable String username;

  /** Password for an HTTP proxy that asks for one. */
  private @Nullable String password;

  public Proxy.Type getType() {
    return type;
  }

  public void setType(Proxy.Type type) {
    this.type = type;
  }

  public @Nullable String getHost() {
    return host;
  }

  public void setHost(@Nullable String host) {
    this.host = host;
  }

  public @Nullable Integer getPort() {
    return port;
  }

  public void setPort(@Nullable Integer port) {
    this.port = port;
  }

  public @Nullable String getUsername() {
    return username;
  }

  public void setUsername(@Nullable String username) {
    this.username = username;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  void clear() {
    host = null;
    port = null;
    username = null;
    password = null;
  }
}

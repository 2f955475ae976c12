package dev.contactsdk.core.spi.diagnose;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address in a form that may be printed: no path, no query, no user. A host is shown only when
 * it looks like one, because people paste keys in the wrong place.
 */
public final class Address {
  private static final Pattern HOST =
      Pattern.compile(
          "localhost|\\[[0-9a-fA-F:.]{2,45}]"
              + "|[A-Za-z0-9](?:[A-Za-z0-9-]{0,30})(?:\\.[A-Za-z0-9-]{1,30}){1,8}");

  private final @Nullable URI uri;

  private Address(@Nullable URI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @param url the URL; null or anything else than a URL is allowed
   * @return the address
   */
  public static Address of(@Nullable String url) {
    try {
      return new Address(url == null ? null : URI.create(url.strip()));
    } catch (IllegalArgumentException e) {
      return new Address(null);
    }
  }

  /**
   * The host.
   *
   * @return the host, or a text in brackets when it cannot be shown
   */
  public String host() {
    String host = uri == null ? null : uri.getHost();
    if (host == null) {
      return "(no address)";
    }
    return HOST.matcher(host).matches() ? host : "(a host of " + host.length() + " characters)";
  }

  /**
   * Scheme, host and port.
   *
   * @return the address, or a text in brackets when it cannot be shown
   */
  public String shown() {
    if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
      return host();
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return scheme() + "://" + host() + port;
  }

  /**
   * Whether the address is plain http.
   *
   * @return false for https and for no address
   */
  public boolean isPlainHttp() {
    return scheme().equals("http");
  }

  private String scheme() {
    String scheme = uri == null ? null : uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return shown();
  }
}

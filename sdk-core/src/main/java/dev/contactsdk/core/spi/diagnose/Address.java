package dev.contactsdk.core.spi.diagnose;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final Pattern PART = Pattern.compile("[A-Za-z0-9._~{}-]{0,20}");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

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
   * The path, for reports. Long and unusual parts are left out, because they may be keys.
   *
   * @return such as {@code /api/…}; empty when there is none
   */
  String path() {
    String path = uri == null || uri.getRawPath() == null ? "" : uri.getRawPath();
    return shownPath(path);
  }

  /** Whether it has a host. */
  boolean isAbsolute() {
    return !rawHost().isEmpty();
  }

  /** A path without the parts that may be keys. */
  static String shownPath(String path) {
    return Stream.of(path.split("/", -1))
        .map(part -> PART.matcher(part).matches() ? part : "…")
        .collect(Collectors.joining("/"));
  }

  /** Whether a place, {@code host:port}, has this port. Names and numbers cannot be compared. */
  boolean hasPortOf(String place) {
    return place.endsWith(":" + port());
  }

  /** Whether a host is this one. */
  boolean hasHost(String host) {
    return host.equalsIgnoreCase(rawHost());
  }

  private String rawHost() {
    return uri == null || uri.getHost() == null ? "" : uri.getHost();
  }

  private int port() {
    int port = uri == null ? -1 : uri.getPort();
    return port >= 0 ? port : isPlainHttp() ? HTTP_PORT : HTTPS_PORT;
  }

  /** The proxy that this JVM's settings choose for the address; null for none. */
  @Nullable String proxyOfJvm() {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null || rawHost().isEmpty() || uri == null) {
      return null;
    }
    return selector.select(uri).stream()
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(place -> (InetSocketAddress) place)
        .map(place -> place.getHostString() + ":" + place.getPort())
        .findFirst()
        .orElse(null);
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

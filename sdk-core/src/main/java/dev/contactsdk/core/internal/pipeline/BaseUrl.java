package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normalizes a vendor's address. */
public final class BaseUrl {
  private static final int MAX_PORT = 65_535;

  private BaseUrl() {}

  public static String normalize(@Nullable String text, boolean allowPlainHttp) {
    if (text == null || text.isBlank()) {
      throw new InvalidRequestException(
          "baseUrl", "is missing or blank: give the vendor's address, such as https://host");
    }
    URI uri = parse(text.strip());
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new InvalidRequestException(
          "baseUrl", "has the scheme '" + scheme + "', but must use https");
    }
    if (scheme.equals("http") && !allowPlainHttp && !isLoopback(uri.getHost())) {
      throw new InvalidRequestException(
          "baseUrl",
          "plain http would send credentials and contacts unencrypted to "
              + uri.getHost()
              + ": use https, or call allowPlainHttp() if this is intended");
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw new InvalidRequestException(
          "baseUrl", "port must be between 1 and " + MAX_PORT + ", but was " + uri.getPort());
    }
    String path = uri.getRawPath().replaceAll("/+$", "");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return scheme + "://" + uri.getHost() + port + path;
  }

  private static URI parse(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "https://" + text);
      if (uri.getHost() == null || uri.getRawAuthority().endsWith(":")) {
        throw new InvalidRequestException(
            "baseUrl", "has no host: write it like https://host or https://host/path");
      }
      if (uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw new InvalidRequestException(
            "baseUrl", "has a user, a query or a fragment: give scheme, host and path only");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new InvalidRequestException(
          "baseUrl",
          "is not a URL (at position "
              + e.getIndex()
              + "): write it like https://host or https://host/path");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
        || host.equals("[::1]");
  }
}

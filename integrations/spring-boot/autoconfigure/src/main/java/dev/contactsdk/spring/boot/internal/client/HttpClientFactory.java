package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.spring.boot.internal.settings.ClientSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import dev.contactsdk.spring.boot.internal.settings.ProxySettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/** Makes an HTTP client where proxy, SSL bundle or connect timeout are set. */
final class HttpClientFactory {
  /** As the SDK's own client, see {@code OkHttpTransport.create}. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final int IDLE_CONNECTIONS = 16;
  private static final int IDLE_MINUTES = 5;
  private static final String PROXY_MEND = "Set both proxy.host and proxy.port, or neither.";

  private final @Nullable SslBundles bundles;

  HttpClientFactory(@Nullable SslBundles bundles) {
    this.bundles = bundles;
  }

  /** Returns null when the SDK's own client will do. */
  @Nullable OkHttpClient create(
      ClientSettings settings, PropertyScope scope, @Nullable SslBundle given) {
    Proxy proxy = proxy(settings.getProxy(), scope);
    SslBundle bundle = given == null ? bundle(settings, scope) : given;
    if (proxy == null && bundle == null && settings.getConnectTimeout() == null) {
      return null;
    }
    OkHttpClient.Builder builder = base(settings, scope);
    if (proxy != null) {
      use(proxy, settings.getProxy(), builder);
    }
    if (bundle != null) {
      use(bundle, builder);
    }
    return builder.build();
  }

  private static OkHttpClient.Builder base(ClientSettings settings, PropertyScope scope) {
    Duration connect = settings.getConnectTimeout();
    if (connect != null && (connect.isNegative() || connect.isZero())) {
      throw scope.fault(
          "connect-timeout",
          "must be more than zero, but was " + connect,
          "Set it to a time such as 10s.");
    }
    return new OkHttpClient.Builder()
        .connectTimeout(connect == null ? CONNECT_TIMEOUT : connect)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES));
  }

  private static @Nullable Proxy proxy(ProxySettings settings, PropertyScope scope) {
    String host = settings.getHost();
    Integer port = settings.getPort();
    if (host == null && port == null) {
      if (settings.getUsername() != null || settings.getPassword() != null) {
        throw scope.fault("proxy.host", "is missing, but a proxy's user is set", PROXY_MEND);
      }
      return null;
    }
    if (host == null || host.isBlank()) {
      throw scope.fault("proxy.host", "is missing or blank", PROXY_MEND);
    }
    if (port == null || port < 1 || port > 65_535) {
      String found = port == null ? "is missing" : "must be between 1 and 65535, but was " + port;
      throw scope.fault("proxy.port", found, PROXY_MEND);
    }
    return settings.getType() == Proxy.Type.DIRECT
        ? null
        : new Proxy(settings.getType(), InetSocketAddress.createUnresolved(host, port));
  }

  private static void use(Proxy proxy, ProxySettings settings, OkHttpClient.Builder builder) {
    builder.proxy(proxy);
    String user = settings.getUsername();
    String password = settings.getPassword();
    if (user != null) {
      String credential = Credentials.basic(user, password == null ? "" : password);
      builder.proxyAuthenticator(
          (route, response) ->
              response.request().header("Proxy-Authorization") == null
                  ? response
                      .request()
                      .newBuilder()
                      .header("Proxy-Authorization", credential)
                      .build()
                  : null);
    }
  }

  private @Nullable SslBundle bundle(ClientSettings settings, PropertyScope scope) {
    String name = settings.getSsl().getBundle();
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      if (bundles == null) {
        throw new NoSuchSslBundleException(name, "there are no SSL bundles");
      }
      return bundles.getBundle(name);
    } catch (NoSuchSslBundleException e) {
      String known = bundles == null ? "" : String.join(", ", bundles.getBundleNames());
      throw scope.fault(
          "ssl.bundle",
          "names the SSL bundle '" + name + "', which does not exist",
          "Define spring.ssl.bundle.pem."
              + name
              + " or spring.ssl.bundle.jks."
              + name
              + (known.isEmpty() ? "." : ", or use one of: " + known + "."));
    }
  }

  private static void use(SslBundle bundle, OkHttpClient.Builder builder) {
    builder.sslSocketFactory(bundle.createSslContext().getSocketFactory(), trust(bundle));
    SslOptions options = bundle.getOptions();
    if (options.isSpecified()) {
      ConnectionSpec.Builder spec = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS);
      if (options.getCiphers() != null) {
        spec.cipherSuites(options.getCiphers());
      }
      if (options.getEnabledProtocols() != null) {
        spec.tlsVersions(options.getEnabledProtocols());
      }
      builder.connectionSpecs(List.of(spec.build(), ConnectionSpec.CLEARTEXT));
    }
  }

  private static X509TrustManager trust(SslBundle bundle) {
    TrustManager[] all = bundle.getManagers().getTrustManagers();
    return Stream.of(all)
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the SSL bundle has no X.509 trust manager"));
  }
}

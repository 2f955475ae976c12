package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the address by the first request. The checks are steps on the way to the vendor: those
 * before a failed one are all right, those after it were not tried.
 */
public final class AddressChecks {
  /** The checks' names, in the order of the way to the vendor. */
  public static final List<String> NAMES =
      List.of(
          "address.setting",
          "address.proxy",
          "address.dns",
          "address.connect",
          "address.tls",
          "address.redirect",
          "address.path",
          "address.answer");

  private static final int REDIRECT_FIRST = 300;
  private static final int REDIRECT_LAST = 399;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int PROXY_AUTH = 407;
  private static final int SERVER_ERROR = 500;

  private final Report report;
  private final String vendor;
  private final Address address;
  private final String hint;
  private final @Nullable String proxyOfJvm;

  /**
   * Creates the checks of an address.
   *
   * @param report gets the results
   * @param vendor the vendor's name
   * @param url the base URL, as the client uses it
   * @param hint another reason for an unreadable answer, as a sentence; empty for none
   */
  public AddressChecks(Report report, String vendor, String url, String hint) {
    this.report = report;
    this.vendor = vendor;
    this.address = Address.of(url);
    this.hint = hint;
    this.proxyOfJvm = address.proxyOfJvm();
  }

  /**
   * Reports what the first request shows. If it did not reach the vendor, the diagnosis ends.
   *
   * @param first the first request
   */
  public void judge(Probed<?> first) {
    report.ok("address.setting", "the base URL is " + address);
    if (first.notTried() != null) {
      report.stop(first.notTried());
      return;
    }
    Obstacle obstacle = obstacle(first);
    if (obstacle == null) {
      NAMES.forEach(this::passed);
      return;
    }
    NAMES.subList(0, NAMES.indexOf(obstacle.check())).forEach(this::passed);
    if (obstacle.isProven()) {
      report.wrong(obstacle.check(), obstacle.seen(), obstacle.mend());
    } else {
      report.unknown(obstacle.check(), obstacle.seen(), obstacle.mend());
    }
    report.stop("the address does not lead to " + vendor);
  }

  private void passed(String check) {
    switch (check) {
      case "address.proxy" -> report.ok(check, "no proxy asks for a password");
      case "address.dns" -> passedDirectly(check, address.host() + " is known");
      case "address.connect" -> passedDirectly(check, "the server takes connections");
      case "address.tls" -> passedTls();
      case "address.redirect" -> report.ok(check, "the server does not send requests elsewhere");
      case "address.path" -> report.ok(check, "the path leads to the API");
      case "address.answer" -> report.ok(check, vendor + " answers");
      default -> {}
    }
  }

  private void passedDirectly(String check, String seen) {
    if (proxyOfJvm == null) {
      report.ok(check, seen);
    } else {
      report.unknown(check, "this JVM's settings send it through the proxy " + proxyOfJvm);
    }
  }

  private void passedTls() {
    if (address.isPlainHttp()) {
      report.unknown("address.tls", "not tried: the base URL is plain http");
    } else {
      report.ok("address.tls", "the server's certificate is accepted");
    }
  }

  /** The place where a request ended. If it is not proven, it may be a passing failure. */
  private record Obstacle(String check, boolean isProven, String seen, String mend) {
    static Obstacle wrong(String check, String seen, String mend) {
      return new Obstacle(check, true, seen, mend);
    }
  }

  private @Nullable Obstacle obstacle(Probed<?> first) {
    ApiException refusal = first.refusal();
    if (refusal != null) {
      return refused(refusal, first);
    }
    SdkException failure = first.failure();
    if (failure == null) {
      return null;
    }
    if (first.status() > 0) {
      return Obstacle.wrong("address.path", saidOfPath(first, failure), pathMend() + hint);
    }
    return failure.outcome() == Outcome.NOT_SENT ? notConnected(failure) : cut(failure, first);
  }

  private @Nullable Obstacle refused(ApiException refusal, Probed<?> first) {
    String said = first.said();
    int status = refusal.status();
    if (status == PROXY_AUTH) {
      return proxyPassword(said);
    }
    if (status >= REDIRECT_FIRST && status <= REDIRECT_LAST) {
      return redirected(refusal);
    }
    if (status == NOT_FOUND || status == METHOD_NOT_ALLOWED) {
      return Obstacle.wrong("address.path", saidOfPath(first, refusal), pathMend());
    }
    if (refusal.origin() == ErrorOrigin.FOREIGN && !(refusal instanceof ApiException.RateLimited)) {
      return Obstacle.wrong(
          "address.answer",
          "HTTP " + status + " with a page that is not " + vendor + "'s",
          "A proxy, gateway or firewall answers in place of "
              + vendor
              + ": ask those who run it, or check the base URL.");
    }
    return status >= SERVER_ERROR && !(refusal instanceof ApiException.RateLimited)
        ? new Obstacle("address.answer", false, said, vendor + " fails: try again later.")
        : null;
  }

  private static Obstacle proxyPassword(String seen) {
    return Obstacle.wrong(
        "address.proxy",
        seen,
        "The proxy wants a password: set proxyAuthenticator(...) on your OkHttpClient and pass it"
            + " to okHttpClient(...).");
  }

  private Obstacle proxyRefuses(int status, @Nullable String ofClient) {
    String proxy = ofClient == null ? proxyOfJvm : ofClient;
    String seen =
        "the proxy "
            + (proxy == null ? "" : proxy + " ")
            + "refuses the connection to "
            + address.host();
    return status == PROXY_AUTH
        ? proxyPassword(seen)
        : Obstacle.wrong(
            "address.proxy",
            seen + ": HTTP " + status,
            "Ask those who run the proxy to allow connections to " + address.host() + ".");
  }

  private static Obstacle proxyDown(String seen) {
    return Obstacle.wrong(
        "address.proxy",
        seen,
        "Check host and port of the proxy: in this JVM's settings, such as https.proxyHost, or on"
            + " your OkHttpClient.");
  }

  /** With the path that was asked for, as far as it can be shown. */
  private static String saidOfPath(Probed<?> first, SdkException failure) {
    String asked = failure.failure().request();
    String path = asked == null ? "" : asked.replaceFirst("^.*?://[^/]*", "");
    return first.said() + (path.isEmpty() ? "" : " (asked for " + Address.shownPath(path) + ")");
  }

  private Obstacle redirected(ApiException refusal) {
    List<String> places = refusal.headers().getOrDefault("Location", List.of());
    Address to = Address.of(places.isEmpty() ? null : places.get(0));
    String place = to.path().isEmpty() || to.isAbsolute() ? to.shown() : to.path();
    boolean toHttps = address.isPlainHttp() && to.shown().startsWith("https:");
    return Obstacle.wrong(
        "address.redirect",
        "HTTP " + refusal.status() + " sends the request to " + place,
        toHttps
            ? "Use https in the base URL: " + to.shown()
            : "The SDK follows no redirect. Set the address that the service really has.");
  }

  private String pathMend() {
    return "Check host and path of the base URL: it should be "
        + vendor
        + "'s API, not a web site, and without the path of a single operation.";
  }

  private Obstacle notConnected(SdkException failure) {
    Causes causes = Causes.of(failure);
    if (failure instanceof CallTimeoutException) {
      return tooSlow(causes);
    }
    if (causes.isUnknownHost()) {
      return unknownHost(causes.unknownHost());
    }
    if (causes.proxyStatus() > 0) {
      return proxyRefuses(causes.proxyStatus(), causes.proxy());
    }
    if (causes.isOfSocks()) {
      return proxyDown("the SOCKS proxy does not connect to " + address.host());
    }
    return causes.isTls()
        ? Obstacle.wrong("address.tls", causes.tlsFault(), causes.tlsMend())
        : refusedConnection(causes.unreached());
  }

  private Obstacle tooSlow(Causes causes) {
    if (causes.isInHandshake()) {
      return Obstacle.wrong(
          "address.tls",
          "the server takes the connection, and does not answer the TLS handshake within 10 s",
          causes.tlsMend());
    }
    return proxyOfJvm != null
        ? proxyDown("the proxy " + proxyOfJvm + " does not take the connection within 10 s")
        : Obstacle.wrong(
            "address.connect",
            address.host() + " does not take the connection within 10 s",
            "Check host and port, and whether a firewall or a proxy is in between.");
  }

  /** Behind a proxy only the proxy's name is resolved here. */
  private Obstacle unknownHost(String name) {
    if (!name.isEmpty() && !address.hasHost(name)) {
      boolean ofJvm = proxyOfJvm != null && proxyOfJvm.startsWith(name + ":");
      return proxyDown("the name of the proxy cannot be resolved: " + (ofJvm ? proxyOfJvm : name));
    }
    return Obstacle.wrong(
        "address.dns",
        "the name cannot be resolved: " + address.host(),
        "Check the host of the base URL, and this machine's DNS and proxy settings.");
  }

  private Obstacle refusedConnection(@Nullable String by) {
    return by != null && (by.equals(proxyOfJvm) || !address.hasPortOf(by))
        ? proxyDown("the proxy " + by + " refuses the connection")
        : Obstacle.wrong(
            "address.connect",
            address + " refuses the connection",
            "Check host and port, and whether the service runs.");
  }

  private Obstacle cut(SdkException failure, Probed<?> first) {
    Causes causes = Causes.of(failure);
    if (causes.isTls()) {
      return Obstacle.wrong("address.tls", causes.tlsFault(), causes.tlsMend());
    }
    return new Obstacle(
        "address.answer",
        !(failure instanceof CallTimeoutException),
        first.said(),
        "Check that host and port are those of " + vendor + "; if they are, try again later.");
  }

  @Override
  public String toString() {
    return "AddressChecks[" + address + "]";
  }
}

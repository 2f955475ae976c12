package dev.contactsdk.core.internal.okhttp;

import dev.contactsdk.core.error.InvalidRequestException;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * The last OkHttp interceptor. It runs when the connection is ready and nothing has been written.
 * It drops an idle connection that the server has closed, so no write is lost on it.
 */
final class WireInterceptor implements Interceptor {
  static final String HIDDEN_RETRY_AFTER = "X-Sdk-Hidden-Retry-After";

  private static final String PROXY_CREDENTIAL = "Proxy-Authorization";

  private final @Nullable TlsSockets tls;
  private final Authenticator proxyAuthenticator;

  WireInterceptor(@Nullable TlsSockets tls, Authenticator proxyAuthenticator) {
    this.tls = tls;
    this.proxyAuthenticator = proxyAuthenticator;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection != null) {
      checkSecure(chain.request(), connection);
      if (isDead(connection)) {
        throw new DeadConnectionException();
      }
    }
    Request request = forProxy(chain.request(), connection);
    Attempt attempt = attempt(chain);
    if (attempt != null) {
      attempt.send(request.body() != null);
    }
    Response response = chain.proceed(request);
    WatchedSocket socket = connection == null ? null : watched(connection.socket());
    if (socket != null && announcesClose(response)) {
      socket.willClose();
    }
    return withoutRetryAfter(response);
  }

  /** A client that allows only plain HTTP sends it even to an https URL. */
  private static void checkSecure(Request request, Connection connection) {
    if (request.isHttps() && connection.handshake() == null) {
      throw new InvalidRequestException(
          "okHttpClient",
          "its connectionSpecs allow only plain HTTP, and the address is https: allow"
              + " ConnectionSpec.MODERN_TLS");
    }
  }

  /** Of the call's own request: an application's interceptor may have created another. */
  private static @Nullable Attempt attempt(Chain chain) {
    return chain.call().request().tag(Attempt.class);
  }

  /** OkHttp itself knows only {@code Connection: close}, alone and in lower case. */
  private static boolean announcesClose(Response response) {
    Headers headers = response.headers();
    boolean keepsAlive = response.protocol() != Protocol.HTTP_1_0;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      String value = headers.value(i);
      if (name.equalsIgnoreCase("Connection")) {
        if (has(value, "close")) {
          return true;
        }
        keepsAlive |= has(value, "keep-alive");
      } else if (name.equalsIgnoreCase("Keep-Alive")
          && (has(value, "timeout=0") || has(value, "max=0"))) {
        return true;
      }
    }
    return !keepsAlive;
  }

  /** Whether a list has a token. Copies nothing, because each answer is looked at. */
  private static boolean has(String list, String token) {
    for (int at = 0; at + token.length() <= list.length(); at++) {
      if (list.regionMatches(true, at, token, 0, token.length())
          && isBetween(list, at - 1)
          && isBetween(list, at + token.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetween(String list, int at) {
    return at < 0 || at == list.length() || ", \t".indexOf(list.charAt(at)) >= 0;
  }

  /** OkHttp always reads an HTTP/2 connection, so it sees at once when it ends. */
  private boolean isDead(Connection connection) throws IOException {
    Protocol protocol = connection.protocol();
    if (protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE) {
      return false;
    }
    Socket socket = connection.socket();
    WatchedSocket watched = watched(socket);
    if (watched == null) {
      return hasEnded(socket);
    }
    return switch (watched.arrivalSinceLastUse()) {
      case NOTHING -> false;
      case END -> true;
      // With TLS it may be a harmless record, such as a new session ticket.
      case DATA -> socket == watched || hasEnded(socket);
    };
  }

  private @Nullable WatchedSocket watched(Socket socket) {
    if (socket instanceof WatchedSocket plain) {
      return plain;
    }
    return tls == null ? null : tls.watched(socket);
  }

  /** Waits a millisecond. Unexpected data on HTTP/1 does not answer the next request. */
  private static boolean hasEnded(Socket socket) throws IOException {
    int timeout = socket.getSoTimeout();
    try {
      socket.setSoTimeout(1);
      int unasked = socket.getInputStream().read();
      return unasked >= -1;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    } finally {
      socket.setSoTimeout(timeout);
    }
  }

  /**
   * A plain http proxy needs its password with the request itself. OkHttp sends it only after a
   * 407, by resending, which it does not do with one-shot bodies.
   */
  private Request forProxy(Request request, @Nullable Connection connection) throws IOException {
    if (connection == null || request.header(PROXY_CREDENTIAL) != null) {
      return request;
    }
    Route route = connection.route();
    if (route.proxy().type() != Proxy.Type.HTTP || route.address().sslSocketFactory() != null) {
      return request;
    }
    Request answer = proxyAuthenticator.authenticate(route, challenge(request));
    String credential = answer == null ? null : answer.header(PROXY_CREDENTIAL);
    return credential == null
        ? request
        : request.newBuilder().header(PROXY_CREDENTIAL, credential).build();
  }

  /** The challenge that OkHttp uses for tunnels. The second header is for Java authenticators. */
  private static Response challenge(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(407)
        .message("Preemptive Authenticate")
        .addHeader("Proxy-Authenticate", "OkHttp-Preemptive")
        .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
        .build();
  }

  /** Hides the header, because OkHttp would resend the request on a 503. */
  private static Response withoutRetryAfter(Response response) {
    String retryAfter = response.header("Retry-After");
    return retryAfter == null
        ? response
        : response
            .newBuilder()
            .removeHeader("Retry-After")
            .header(HIDDEN_RETRY_AFTER, retryAfter)
            .build();
  }
}

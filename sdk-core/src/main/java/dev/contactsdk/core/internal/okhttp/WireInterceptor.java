package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * The last interceptor of OkHttp's: it runs when the connection stands and nothing has been
 * written. A kept connection that the server has closed meanwhile is given up here, so that a write
 * is not lost on it.
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
    if (connection != null && isDead(connection)) {
      throw new DeadConnectionException();
    }
    Request request = forProxy(chain.request(), connection);
    Attempt attempt = request.tag(Attempt.class);
    if (attempt != null) {
      attempt.begin();
    }
    return withoutRetryAfter(chain.proceed(request));
  }

  /** A connection of HTTP/2 is read all the time, so OkHttp itself sees at once when it ends. */
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
      // Of TLS it may be a record that is no end, such as a new session ticket.
      case DATA -> socket == watched || hasEnded(socket);
    };
  }

  private @Nullable WatchedSocket watched(Socket socket) {
    if (socket instanceof WatchedSocket plain) {
      return plain;
    }
    return tls == null ? null : tls.watched(socket);
  }

  /** Waits a millisecond. What comes unasked on HTTP/1 is no answer to what will be sent. */
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
   * A proxy of plain http wants its password with the request itself. OkHttp gives it only after a
   * 407 and by sending again, which it does not do with bodies that are sent once.
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

  /** As OkHttp asks before it opens a tunnel; the second line is for authenticators of Java's. */
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

  /** On that header OkHttp would resend a 503. */
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

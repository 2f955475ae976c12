package dev.contactsdk.core.internal.okhttp;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.http.ResponseTooLargeException;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.libraries.Needed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The transport on OkHttp. OkHttp resends some requests by default: after a lost connection, on a
 * 503 with {@code Retry-After: 0}, on redirects, and on a 401 with an authenticator. All of that is
 * off, even for the application's client.
 */
public final class OkHttpTransport implements Transport {
  private static final int CONNECT_TIMEOUT_SECONDS = 10;

  /**
   * OkHttp's default of 5 is too few for eight pages at a time: three of eight would need a new
   * handshake.
   */
  private static final int IDLE_CONNECTIONS = 16;

  private static final int IDLE_MINUTES = 5;
  private static final long CHUNK = 64 * 1024;
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final boolean owned;
  private final long maxResponseBytes;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HttpUrl lastUrl;
  private volatile boolean closed;

  private OkHttpTransport(OkHttpClient client, boolean owned, long maxResponseBytes) {
    Needed.OKHTTP.warnOfOld(OkHttpTransport.class);
    this.client = client;
    this.owned = owned;
    this.maxResponseBytes = maxResponseBytes;
  }

  /**
   * Creates a transport with its own client: connect timeout 10 s, no other timeout except the
   * attempt's, TCP_NODELAY on, 16 idle connections kept for 5 minutes. It uses only HTTP/1.1. An
   * interrupt closes its call's connection, and an HTTP/2 connection carries other calls too. For
   * plain HTTP, it does not read the trusted certificates.
   *
   * @param baseUrl the start of all requests' URLs
   * @param maxResponseBytes the limit for answers, in bytes
   * @return a transport that owns its threads and connections
   */
  public static OkHttpTransport create(String baseUrl, long maxResponseBytes) {
    OkHttpClient.Builder own =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(0, TimeUnit.SECONDS)
            .writeTimeout(0, TimeUnit.SECONDS)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES));
    if (baseUrl.startsWith("http:")) {
      own.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    return new OkHttpTransport(safe(own.build()), true, maxResponseBytes);
  }

  /**
   * Creates a transport on an application's client. Keeps its timeouts, proxy, TLS settings,
   * interceptors, pool and dispatcher. Turns off retries, redirects and the cache, because a
   * look-up for a write with an unknown outcome must ask the vendor. Closing the transport ends its
   * calls and leaves the client open.
   *
   * @param client the application's client
   * @param maxResponseBytes the limit for answers, in bytes
   * @return a transport that owns nothing
   */
  public static OkHttpTransport on(OkHttpClient client, long maxResponseBytes) {
    return new OkHttpTransport(safe(client), false, maxResponseBytes);
  }

  private static OkHttpClient safe(OkHttpClient client) {
    OkHttpClient.Builder builder =
        client
            .newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .cache(null);
    if (client.socketFactory() == SocketFactory.getDefault()) {
      builder.socketFactory(new WatchedSocketFactory());
    }
    X509TrustManager trust = client.x509TrustManager();
    TlsSockets tls = null;
    if (trust != null) {
      tls = new TlsSockets(client.sslSocketFactory());
      builder.sslSocketFactory(tls, trust);
    }
    return builder
        .addNetworkInterceptor(new WireInterceptor(tls, client.proxyAuthenticator()))
        .build();
  }

  /**
   * Takes another connection if the server has closed an idle one. This ends, because each dead
   * connection leaves the pool and a new one is not checked.
   */
  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    while (true) {
      try {
        return sendOnce(request);
      } catch (NotSentException e) {
        if (!(e.getCause() instanceof DeadConnectionException) || closed) {
          throw e;
        }
      }
    }
  }

  private HttpResponse sendOnce(HttpRequest request) throws IOException {
    Attempt attempt = new Attempt();
    Call call = client.newCall(translate(request, attempt));
    call.timeout().timeout(timeoutNanos(request), TimeUnit.NANOSECONDS);
    running.add(call);
    try (Response response = execute(call)) {
      return read(response);
    } catch (IOException e) {
      throw attempt.hasBegun() ? cutOr(e) : new NotSentException(namingProxy(e));
    } catch (RuntimeException e) {
      if (attempt.hasBegun() || e instanceof InvalidRequestException) {
        throw e;
      }
      throw new NotSentException(new IOException("the application's code failed", e));
    } finally {
      running.remove(call);
      if (closed) {
        freeConnections();
      }
    }
  }

  /** OkHttp does not say which proxy refused a connection. */
  private IOException namingProxy(IOException e) {
    Proxy proxy = client.proxy();
    if (proxy != null && proxy.address() instanceof InetSocketAddress place) {
      e.addSuppressed(
          new IOException("through the proxy " + place.getHostString() + ":" + place.getPort()));
    }
    return e;
  }

  /** OkHttp throws an undeclared InterruptedException from its wait for a connection. */
  private Response execute(Call call) throws IOException {
    try {
      if (closed) {
        call.cancel();
      }
      return call.execute();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw (IOException) new InterruptedIOException("interrupted").initCause(e);
      }
      throw e;
    }
  }

  /** OkHttp reports a truncated body as a protocol error, although the connection was cut. */
  private static IOException cutOr(IOException e) {
    return e instanceof ProtocolException && "unexpected end of stream".equals(e.getMessage())
        ? new EOFException("the connection was cut")
        : e;
  }

  private long timeoutNanos(HttpRequest request) {
    long own = TimeUnit.MILLISECONDS.toNanos(client.callTimeoutMillis());
    long wanted = Math.max(1, request.call().attemptNanos());
    return own == 0 ? wanted : Math.min(own, wanted);
  }

  private Request translate(HttpRequest request, Attempt attempt) {
    Request.Builder builder =
        new Request.Builder().url(parsed(request.url())).tag(Attempt.class, attempt);
    request.headers().forEach(builder::addHeader);
    return builder.method(request.method(), body(request, attempt)).build();
  }

  /** Parsing a URL takes longer than JSON, and most writes use the same URL as the last one. */
  private HttpUrl parsed(String url) {
    HttpUrl last = lastUrl;
    if (last != null && last.toString().equals(url)) {
      return last;
    }
    HttpUrl parsed = HttpUrl.get(url);
    lastUrl = parsed;
    return parsed;
  }

  private static okhttp3.@Nullable RequestBody body(HttpRequest request, Attempt attempt) {
    RequestBody body = request.body();
    boolean wantsBody = !request.method().equals("GET") && !request.method().equals("DELETE");
    if (body == null) {
      return wantsBody ? new OneShotBody(null, RequestBody.of("", new byte[0]), attempt) : null;
    }
    return new OneShotBody(mediaType(body.contentType()), body, attempt);
  }

  private static @Nullable MediaType mediaType(String text) {
    return text.equals(JSON.toString()) ? JSON : MediaType.parse(text);
  }

  private HttpResponse read(Response response) {
    Buffer buffer = new Buffer();
    IOException failure = null;
    try {
      BufferedSource source = response.body().source();
      while (source.read(buffer, CHUNK) >= 0) {
        if (buffer.size() > maxResponseBytes) {
          throw new ResponseTooLargeException(maxResponseBytes);
        }
      }
    } catch (IOException e) {
      failure = cutOr(e);
    }
    return new HttpResponse(
        response.code(),
        translate(response.headers()),
        buffer.inputStream(),
        maxResponseBytes,
        failure);
  }

  private static Headers translate(okhttp3.Headers headers) {
    List<String> lines = new ArrayList<>(2 * headers.size());
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      lines.add(name.equals(WireInterceptor.HIDDEN_RETRY_AFTER) ? "Retry-After" : name);
      lines.add(headers.value(i));
    }
    return Headers.received(lines);
  }

  /** Does not use OkHttp's dispatcher, which forgets a call before its body is read. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Call::cancel);
    freeConnections();
  }

  /** Also runs after a call that outlived the close, because it keeps its connection. */
  private void freeConnections() {
    if (owned) {
      client.connectionPool().evictAll();
    }
  }

  private static final class OneShotBody extends okhttp3.RequestBody {
    private final @Nullable MediaType type;
    private final RequestBody body;
    private final Attempt attempt;
    private @Nullable Long length;

    OneShotBody(@Nullable MediaType type, RequestBody body, Attempt attempt) {
      this.type = type;
      this.body = body;
      this.attempt = attempt;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    /**
     * OkHttp asks for the header, and again to check what is written. A file may grow in between,
     * and the server would take what is beyond the header's length for another request.
     */
    @Override
    public long contentLength() {
      if (length == null) {
        length = body.contentLength();
      }
      return length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      attempt.write();
      OutputStream out = sink.outputStream();
      try {
        body.writeTo(out);
        sink.emit(); // a wrong length shows only now
      } catch (ProtocolException | RuntimeException e) {
        throw new RequestBodyException(e);
      }
    }
  }
}

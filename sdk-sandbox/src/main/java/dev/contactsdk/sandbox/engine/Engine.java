package dev.contactsdk.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The HTTP server. A request passes recorder, hook, fault, gate, limit and operation. */
public final class Engine extends Dispatcher {

  private static final Pattern UTC = Pattern.compile("(:\\d\\d\\.\\d{1,9})Z\"");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Vendor vendor;
  private final Options options;
  private final ReentrantLock state;
  private final RateWindow window;
  private final Wire wire = new Wire();
  private final MockWebServer server = new MockWebServer();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Consumer<Received> hook = request -> {};
  private final Faults faults;
  private final Recorder recorder;

  public Engine(Vendor vendor, Options options, ReentrantLock state) {
    this.vendor = vendor;
    this.options = options;
    this.state = state;
    this.window = new RateWindow(options.rateLimit, options.rateWindow);
    this.faults = new Faults(vendor);
    this.recorder = new Recorder(options.keptRequests);
  }

  public void start() {
    server.setDispatcher(this);
    server.setServerSocketFactory(wire);
    server.setProtocolNegotiationEnabled(false);
    if (options.tls != null) {
      server.useHttps(options.tls.getSocketFactory());
    }
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), options.port);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot listen on port " + options.port, e);
    }
  }

  public String origin() {
    return (options.tls == null ? "http" : "https") + "://127.0.0.1:" + server.getPort();
  }

  public Faults faults() {
    return faults;
  }

  public Recorder recorder() {
    return recorder;
  }

  /** Resets the next connections when they are accepted. */
  public void dropNext(int connections) {
    wire.dropNext(connections);
  }

  /** Resets every open connection. */
  public void cutConnections() {
    wire.closeAll();
  }

  /** How many connections were accepted, without dropped ones. */
  public int connectionCount() {
    return wire.accepted();
  }

  /** A connection's remote address, by index; null if it is closed. */
  public @Nullable String remoteAddress(int connection) {
    WireSocket socket = wire.socket(connection);
    return socket == null ? null : socket.getInetAddress().getHostAddress();
  }

  public void beforeEach(Consumer<Received> consumer) {
    hook = consumer;
  }

  public void shutDown() {
    if (closed.compareAndSet(false, true)) {
      wire.closeAll(); // First: an answer that is held back must not go out now.
      closing.countDown();
      server.close();
    }
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    forgetInServer();
    Received request = Received.of(recorded, options.clock.instant());
    Call call = vendor.router().find(request);
    request = call == null ? request : request.withOperation(call.route().operation());
    // First: who hears of a request may rely on the fault that it met.
    Damage fault = faults.strike(request);
    recorder.add(request);
    Reply reply = fault == null || fault.stores() ? guarded(request, call) : null;
    if (fault == null) {
      return response(reply == null ? Reply.empty(500) : reply);
    }
    pause(fault.delay());
    MockResponse response = response(fault.replyInsteadOf(reply, vendor));
    arm(fault, request, response);
    return response;
  }

  private void forgetInServer() throws InterruptedException {
    RecordedRequest held;
    do {
      held = server.takeRequest(0, TimeUnit.NANOSECONDS);
    } while (held != null);
  }

  private Reply guarded(Received request, @Nullable Call call) {
    try {
      hook.accept(request);
      return answer(request, call);
    } catch (RuntimeException e) {
      return Reply.of(500, "text/plain; charset=utf-8", "the sandbox itself failed: " + e);
    }
  }

  private Reply answer(Received request, @Nullable Call call) {
    state.lock();
    try {
      if (call == null) {
        boolean known = vendor.router().knowsPath(request);
        throw known
            ? Refusal.of(405, "method_not_allowed", "Method Not Allowed")
            : Refusal.of(404, "not_found", "Not Found");
      }
      vendor.admit(call);
      Duration wait = window.admit(options.clock.instant());
      return wait.isZero()
          ? call.route().handler().handle(call)
          : vendor.limited(options.limitAnswer, wait);
    } catch (Refusal refusal) {
      return vendor.refusal(refusal);
    } finally {
      state.unlock();
    }
  }

  private void pause(Duration time) throws InterruptedException {
    if (!time.isZero()) {
      closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private MockResponse response(Reply reply) {
    MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
    response.body(new Buffer().write(options.zonelessTimes ? withoutZones(reply) : reply.body()));
    if (options.dateHeader) {
      response.setHeader("Date", DATE.format(options.clock.instant()));
    }
    for (Map.Entry<String, String> header : reply.headers()) {
      response.addHeaderLenient(header.getKey(), header.getValue());
    }
    if (reply.status() == 204 || reply.status() == 304) {
      response.removeHeader("Content-Length");
    }
    return response.build();
  }

  private static ByteString withoutZones(Reply reply) {
    return ByteString.encodeUtf8(UTC.matcher(reply.body().utf8()).replaceAll("$1\""));
  }

  private void arm(Damage fault, Received request, MockResponse response) {
    WireSocket socket = wire.socket(request.connection());
    if (socket != null) {
      long body = response.getBody() == null ? 0 : response.getBody().getContentLength();
      fault.arm(socket, response.getStatus(), headLength(response), body);
    }
  }

  private static long headLength(MockResponse response) {
    Headers headers = response.getHeaders();
    return response.getStatus().length() + 2 + headers.byteCount() + 2;
  }
}

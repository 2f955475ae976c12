package dev.contactsdk.sandbox;

import dev.contactsdk.core.spi.diagnose.ClassPathChecks;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.sandbox.engine.Engine;
import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.engine.Vendor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's API as a real HTTP server on the loopback interface. Tests can inspect its state and
 * plan faults. Thread-safe. Close it after use.
 */
public abstract sealed class Sandbox implements AutoCloseable permits KoreSandbox, TruedySandbox {

  private static final Duration TAKE_TIMEOUT = Duration.ofSeconds(5);

  private final Engine engine;
  private final ReentrantLock state;
  private final InstantSource clock;

  Sandbox(Vendor vendor, Options options, ReentrantLock state) {
    ClassPathChecks.refuseOldOkHttp(Sandbox.class);
    this.state = state;
    this.clock = options.clock;
    this.engine = new Engine(vendor, options, state);
    engine.start();
  }

  /**
   * The base URL for a client.
   *
   * @return the URL, without a trailing slash
   */
  public abstract String baseUrl();

  /**
   * Scheme, address and port.
   *
   * @return for example {@code http://127.0.0.1:41234}
   */
  public String origin() {
    return engine.origin();
  }

  /**
   * Creates a fault plan. It takes effect with {@link FaultPlan#with(Fault)}.
   *
   * @return a new plan
   */
  public FaultPlan fail() {
    return new FaultPlan(engine.faults());
  }

  /** Removes every planned fault. */
  public void heal() {
    engine.faults().clear();
    engine.dropNext(0);
  }

  /**
   * Resets the next connections when they are accepted, before anything is read. Open connections
   * are not affected. A later call replaces the number.
   *
   * @param connections the number of connections
   */
  public void dropConnections(int connections) {
    engine.dropNext(connections);
  }

  /** Resets every open connection, including idle ones in a client's pool. */
  public void cutOpenConnections() {
    engine.cutConnections();
  }

  /**
   * Sets a consumer that gets each request before it is carried out. A test can use it to change
   * the state between two pages. It is not called if a fault prevents the request. A later call
   * replaces the consumer. An exception from it becomes an answer with status 500. Default: none.
   *
   * @param consumer called on the server's threads; may call any method of this sandbox except
   *     {@link #close()}
   */
  public void beforeRequest(Consumer<SandboxRequest> consumer) {
    engine.beforeEach(request -> consumer.accept(new SandboxRequest(request)));
  }

  /**
   * The requests received so far, oldest first, including faulty ones. The builder's {@code
   * keepRequests} limits their number.
   *
   * @return a snapshot
   */
  public List<SandboxRequest> requests() {
    return engine.recorder().requests().stream().map(SandboxRequest::new).toList();
  }

  /**
   * Takes the oldest request not taken before; waits up to 5 seconds.
   *
   * @return the request
   * @throws java.util.NoSuchElementException when none arrived in time
   * @throws InterruptedException when interrupted while waiting
   */
  public SandboxRequest takeRequest() throws InterruptedException {
    return takeRequest(TAKE_TIMEOUT);
  }

  /**
   * Takes the oldest request not taken before.
   *
   * @param timeout how long to wait; zero for no wait
   * @return the request
   * @throws java.util.NoSuchElementException when none arrived in time
   * @throws InterruptedException when interrupted while waiting
   */
  public SandboxRequest takeRequest(Duration timeout) throws InterruptedException {
    return new SandboxRequest(engine.recorder().take(timeout));
  }

  /**
   * How many requests arrived since the start or {@link #clearRequests()}, kept or not.
   *
   * @return the number
   */
  public long requestCount() {
    return engine.recorder().count();
  }

  /**
   * How many requests used one operation, kept or not.
   *
   * @param operation its name in the vendor's API list, for example {@code createContacts} or
   *     {@code create_contact}
   * @return the number
   */
  public long requestCount(String operation) {
    return engine.recorder().count(operation);
  }

  /**
   * How many connections clients have opened so far, without those of {@link
   * #dropConnections(int)}.
   *
   * @return the number
   */
  public int connectionCount() {
    return engine.connectionCount();
  }

  /** Deletes the recorded requests and resets the counters. */
  public void clearRequests() {
    engine.recorder().clear();
  }

  /** Stops the server and ends its threads and connections. Does nothing when called again. */
  @Override
  public void close() {
    engine.shutDown();
  }

  @Nullable String remoteAddress(int connection) {
    return engine.remoteAddress(connection);
  }

  /** The clock for the sandbox's own clients: the sandbox's, if a client can sleep on it. */
  TimeSource timeSource() {
    return clock instanceof TimeSource time ? time : TimeSource.system();
  }

  <T> T locked(Supplier<T> action) {
    state.lock();
    try {
      return action.get();
    } finally {
      state.unlock();
    }
  }
}

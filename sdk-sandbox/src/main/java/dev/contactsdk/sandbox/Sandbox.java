package dev.contactsdk.sandbox;

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
 * A vendor's API as a real HTTP server on the loopback interface, with state that a test can see
 * and faults on command. Thread-safe. Close it when done.
 */
public abstract sealed class Sandbox implements AutoCloseable permits KoreSandbox, TruedySandbox {

  private static final Duration TAKE_TIMEOUT = Duration.ofSeconds(5);

  private final Engine engine;
  private final ReentrantLock state;
  private final InstantSource clock;

  Sandbox(Vendor vendor, Options options, ReentrantLock state) {
    this.state = state;
    this.clock = options.clock;
    this.engine = new Engine(vendor, options, state);
    engine.start();
  }

  /**
   * What a client is configured with as the vendor's base URL.
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
   * Begins to plan a fault. Nothing happens before {@link FaultPlan#with(Fault)}.
   *
   * @return a new plan
   */
  public FaultPlan fail() {
    return new FaultPlan(engine.faults());
  }

  /** Takes back every planned fault. */
  public void heal() {
    engine.faults().clear();
    engine.dropNext(0);
  }

  /**
   * The next connections are reset as soon as they are accepted, before anything is read.
   * Connections that are open already are not touched. A later call replaces the number.
   *
   * @param connections how many
   */
  public void dropConnections(int connections) {
    engine.dropNext(connections);
  }

  /** Resets every open connection, idle ones in a client's pool included. */
  public void cutOpenConnections() {
    engine.cutConnections();
  }

  /**
   * Called with each request before it is carried out, so that a test can change the state between
   * two pages. Not called for a request that a fault keeps from being carried out. A later call
   * replaces the consumer. What it throws becomes an answer with status 500. Default: nothing is
   * called.
   *
   * @param consumer called on the server's threads; may call any method of this sandbox but {@link
   *     #close()}
   */
  public void beforeRequest(Consumer<SandboxRequest> consumer) {
    engine.beforeEach(request -> consumer.accept(new SandboxRequest(request)));
  }

  /**
   * The requests received so far, oldest first, faulty ones included; at most as many as the
   * builder's {@code keepRequests} says.
   *
   * @return a snapshot
   */
  public List<SandboxRequest> requests() {
    return engine.recorder().requests().stream().map(SandboxRequest::new).toList();
  }

  /**
   * The oldest request that was not taken before, waiting up to 5 seconds for one.
   *
   * @return the request
   * @throws java.util.NoSuchElementException when none came
   * @throws InterruptedException when interrupted while waiting
   */
  public SandboxRequest takeRequest() throws InterruptedException {
    return takeRequest(TAKE_TIMEOUT);
  }

  /**
   * The oldest request that was not taken before.
   *
   * @param timeout how long to wait for one; zero for not at all
   * @return the request
   * @throws java.util.NoSuchElementException when none came
   * @throws InterruptedException when interrupted while waiting
   */
  public SandboxRequest takeRequest(Duration timeout) throws InterruptedException {
    return new SandboxRequest(engine.recorder().take(timeout));
  }

  /**
   * How many requests came in since the start or {@link #clearRequests()}, also when they are not
   * kept.
   *
   * @return the number
   */
  public long requestCount() {
    return engine.recorder().count();
  }

  /**
   * How many requests asked for one operation, also when they are not kept.
   *
   * @param operation its name in the vendor's API list, for example {@code createContacts} or
   *     {@code create_contact}
   * @return the number
   */
  public long requestCount(String operation) {
    return engine.recorder().count(operation);
  }

  /**
   * How many connections clients have opened so far, those of {@link #dropConnections(int)} not
   * counted.
   *
   * @return the number
   */
  public int connectionCount() {
    return engine.connectionCount();
  }

  /** Forgets the recorded requests and sets the counters to zero. */
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

  /** The clock for the sandbox's own clients: the sandbox's, where a client can sleep on it. */
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

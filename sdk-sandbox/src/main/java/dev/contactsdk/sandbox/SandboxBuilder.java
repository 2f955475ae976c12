package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/**
 * The options of both sandboxes. Not thread-safe. One builder can start many sandboxes.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SandboxBuilder<B extends SandboxBuilder<B>>
    permits KoreSandboxBuilder, TruedySandboxBuilder {

  SandboxBuilder() {}

  abstract Options options();

  abstract B self();

  /**
   * The port to listen on. Default: 0, any free port.
   *
   * @param port the port
   * @return this
   */
  public B port(int port) {
    options().port = port;
    return self();
  }

  /**
   * The clock for tokens, timestamps and the rate limit. Default: the system's.
   *
   * <p>If it is also a {@link dev.contactsdk.core.time.TimeSource}, such as a {@link
   * dev.contactsdk.core.time.VirtualClock}, the sandbox's own {@code client()} and {@code
   * clientBuilder()} use it too.
   *
   * @param clock the clock
   * @return this
   */
  public B clock(InstantSource clock) {
    options().clock = clock;
    return self();
  }

  /**
   * How lists are paged. Default: as documented; see {@link Paging}.
   *
   * @param paging the paging
   * @return this
   */
  public B paging(Paging paging) {
    options().paging = paging.rules;
    return self();
  }

  /**
   * The most requests within any window, over all operations; refused requests do not count.
   * Default: 0, no limit. The vendors document 60 (Kore.ai) and 100 (Truedy) a minute.
   *
   * @param requests the number of requests
   * @return this
   */
  public B rateLimit(int requests) {
    options().rateLimit = requests;
    return self();
  }

  /**
   * The length of the rate limit's sliding window. Default: 60 seconds.
   *
   * @param window the length
   * @return this
   */
  public B rateLimitWindow(Duration window) {
    options().rateWindow = window;
    return self();
  }

  /**
   * The answer to a request over the limit. Default: {@link LimitAnswer#DOCUMENTED}.
   *
   * @param answer the wording
   * @return this
   */
  public B rateLimitAnswer(LimitAnswer answer) {
    options().limitAnswer = answer.words;
    return self();
  }

  /**
   * The number of newest requests to keep for {@link Sandbox#requests()}; 0 for none, as in a long
   * run. Default: 1000.
   *
   * @param requests the number of requests
   * @return this
   */
  public B keepRequests(int requests) {
    options().keptRequests = requests;
    return self();
  }

  /**
   * Adds a {@code Date} header to every answer, by the sandbox's clock. Default: none.
   *
   * @return this
   */
  public B dateHeader() {
    options().dateHeader = true;
    return self();
  }

  /**
   * Writes times without a zone, like an earlier backend of Truedy. They are UTC. Default: with
   * {@code Z}.
   *
   * @return this
   */
  public B zonelessTimes() {
    options().zonelessTimes = true;
    return self();
  }

  /**
   * Uses TLS with this context's certificate. Cuts then apply to the encrypted bytes, so where a
   * client sees the cut is less exact. Default: plain HTTP.
   *
   * @param context a context with a certificate for 127.0.0.1
   * @return this
   */
  public B https(SSLContext context) {
    options().tls = context;
    return self();
  }
}

package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/**
 * What both sandboxes can be told before they start. Not thread-safe; may start any number of
 * sandboxes.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SandboxBuilder<B extends SandboxBuilder<B>>
    permits KoreSandboxBuilder, TruedySandboxBuilder {

  SandboxBuilder() {}

  abstract Options options();

  abstract B self();

  /**
   * The port to listen on. Default: 0, any free one.
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
   * <p>If it is also a {@link dev.contactsdk.core.time.TimeSource}, as a {@link
   * dev.contactsdk.core.time.VirtualClock} is, the sandbox's own {@code client()} and {@code
   * clientBuilder()} run on it too.
   *
   * @param clock the clock
   * @return this
   */
  public B clock(InstantSource clock) {
    options().clock = clock;
    return self();
  }

  /**
   * How lists are paged. Default: as documented, see {@link Paging}.
   *
   * @param paging the paging
   * @return this
   */
  public B paging(Paging paging) {
    options().paging = paging.rules;
    return self();
  }

  /**
   * Never more than so many requests within any window, refused ones not counted, over all
   * operations. Default: 0, no limit. The vendors document 60 (Kore.ai) and 100 (Truedy) a minute.
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
   * How a request over the limit is answered. Default: {@link LimitAnswer#DOCUMENTED}.
   *
   * @param answer the wording
   * @return this
   */
  public B rateLimitAnswer(LimitAnswer answer) {
    options().limitAnswer = answer.words;
    return self();
  }

  /**
   * Keeps at most so many requests for {@link Sandbox#requests()}, the newest ones; 0 for none, as
   * in a long run. Default: 1000.
   *
   * @param requests the number of requests
   * @return this
   */
  public B keepRequests(int requests) {
    options().keptRequests = requests;
    return self();
  }

  /**
   * Speaks TLS with this context's certificate. Cuts are then made in the encrypted bytes, so that
   * what a client gets to see of a cut answer is less exact. Default: plain HTTP.
   *
   * @param context a context with a certificate for 127.0.0.1
   * @return this
   */
  public B https(SSLContext context) {
    options().tls = context;
    return self();
  }
}

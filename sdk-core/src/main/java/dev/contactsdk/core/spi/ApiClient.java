package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.LimiterState;
import java.time.Duration;

/** What all vendors' clients can do. */
public abstract class ApiClient implements AutoCloseable {
  private final ApiEngine engine;

  /**
   * Creates a client.
   *
   * @param engine runs its calls; closed with the client
   */
  protected ApiClient(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * The client's engine.
   *
   * @return the engine
   */
  protected final ApiEngine engine() {
    return engine;
  }

  /**
   * What the rate limit of this client's account has left. Sends nothing.
   *
   * @return a view, read anew at each question
   */
  public final LimiterState limiter() {
    return engine.limiter();
  }

  /**
   * The vendor's name, for metrics.
   *
   * @return such as {@code kore}
   */
  public final String vendor() {
    return engine.vendor();
  }

  /**
   * Tells this account from every other of the vendor.
   *
   * @return no secret; the same for all clients of the account
   */
  public abstract String account();

  /**
   * Closes the client at once: cancels running and waiting calls, and releases connections and
   * threads. Calling it again does nothing.
   */
  @Override
  public final void close() {
    engine.close();
  }

  /**
   * Closes the client, but lets requests that were sent finish. New calls are refused at once.
   * Calls that wait, for a permit, for their next attempt or for a thread, fail at once with a
   * {@link dev.contactsdk.core.error.CanceledException}. In the middle of a call, from an
   * interceptor or a listener, it does not wait for that call.
   *
   * @param patience how long to wait for answers; what is still running then is cancelled. Zero
   *     does not wait
   * @throws InvalidRequestException when the time is null or negative
   */
  public final void close(Duration patience) {
    InvalidRequestException.refuseNull("patience", patience);
    if (patience.isNegative()) {
      throw new InvalidRequestException("patience", "must not be negative");
    }
    engine.close(patience);
  }
}

package dev.contactsdk.spring.boot.internal.client;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Closes the clients when the application begins to drain: together with the web server, because
 * its requests may wait for a permit. Calls that wait fail at once, new ones are refused, and calls
 * that were sent finish.
 */
public final class GracefulClose implements SmartLifecycle {
  /**
   * {@code WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE}, of a module that may be absent.
   */
  private static final int PHASE = DEFAULT_PHASE - 1024;

  private final ManagedClients managed;
  private final Duration patience;
  private volatile boolean running;

  /**
   * Creates it.
   *
   * @param managed the clients
   * @param patience how long calls that were sent may take
   */
  public GracefulClose(ManagedClients managed, Duration patience) {
    this.managed = managed;
    this.patience = patience;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    closeAll();
  }

  @Override
  public void stop(Runnable callback) {
    running = false;
    start(
        () -> {
          closeAll();
          callback.run();
        });
  }

  /** Each on a thread of its own, because closing waits for answers. */
  private void closeAll() {
    List<Thread> closing =
        managed.all().stream().map(one -> start(() -> one.client().close(patience))).toList();
    closing.forEach(GracefulClose::join);
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work, "contact-sdk-close");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** A closed client cannot be opened again. */
  @Override
  public boolean isPauseable() {
    return false;
  }
}

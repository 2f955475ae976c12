package dev.contactsdk.tests.client;

import dev.contactsdk.core.error.SdkException;
import java.util.concurrent.TimeUnit;

/** A thread of the application's that runs one call, without any executor. */
public final class Caller {
  private final Thread thread;
  private volatile SdkException failure;
  private volatile boolean interrupted;

  private Caller(Runnable call) {
    thread = new Thread(() -> run(call), "application");
    thread.setDaemon(true);
    thread.start();
  }

  public static Caller of(Runnable call) {
    return new Caller(call);
  }

  private void run(Runnable call) {
    try {
      call.run();
    } catch (SdkException e) {
      failure = e;
    }
    interrupted = Thread.currentThread().isInterrupted();
  }

  /** Returns when the call waits. */
  public Caller awaitRest() {
    Rest.await(thread);
    return this;
  }

  /** Waits for the end; false when it does not come. */
  public boolean ends() throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(10));
    return !thread.isAlive();
  }

  public boolean isRunning() {
    return thread.isAlive();
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Null when the call succeeded. */
  public SdkException failure() {
    return failure;
  }

  /** Whether the call left the thread's interrupt flag set. */
  public boolean isInterrupted() {
    return interrupted;
  }
}

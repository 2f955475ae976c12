package dev.contactsdk.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: interrupts the command, which finishes the request under way, and waits for its end. The
 * JVM ends with 130 by itself then.
 */
final class Interrupts {
  /** The journal survives a process that ends at any moment; a request ends long before. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Thread command;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean interrupted;

  Interrupts(Thread command) {
    this.command = command;
  }

  /** Called by the JVM when it is to end; does nothing if the command has ended. */
  void interrupt() {
    if (ended.getCount() == 0) {
      return;
    }
    command.interrupt();
    interrupted = true;
    try {
      boolean unused = ended.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was asked to end. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** The command has ended and printed all it has to say. */
  void ended() {
    ended.countDown();
  }
}

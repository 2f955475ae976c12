package dev.contactsdk.tests.reliability;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a JVM holds: threads and where they stand, open files (sockets among them), heap. */
final class LifecycleWatch {
  /** Only a test that fails waits so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3.MockWebServer");

  private LifecycleWatch() {}

  /** The sandbox's server tells of every connection that ends without a request. */
  static void quietServer() {
    SERVER_LOG.setLevel(Level.OFF);
  }

  static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  /**
   * OkHttp's and Okio's own daemon threads: one set per JVM, they end when they have been idle. A
   * thread that waits for the next task of any client keeps the name of its last task.
   */
  static boolean isLibraryWide(Thread thread) {
    String name = thread.getName();
    return thread.isDaemon()
        && (name.startsWith("OkHttp TaskRunner")
            || name.equals("Okio Watchdog")
            || isIn(thread, List.of("okhttp3.internal.concurrent.TaskRunner.awaitTaskToRun")));
  }

  /** The sandbox's own threads for tasks, of which an open one keeps some for a minute. */
  private static boolean isOfTheServer(Thread thread) {
    return thread.getName().startsWith("MockWebServer TaskRunner");
  }

  /** The threads that outlive those from before and their time to end, with where they stand. */
  static List<String> leftOver(Set<Thread> before) {
    Set<Thread> extra = threads();
    extra.removeAll(before);
    await(
        () -> {
          extra.removeIf(LifecycleWatch::mayLive);
          return extra.isEmpty();
        });
    return extra.stream().map(LifecycleWatch::dump).toList();
  }

  private static String dump(Thread thread) {
    return thread
        + " "
        + thread.getState()
        + Stream.of(thread.getStackTrace())
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
  }

  private static boolean mayLive(Thread thread) {
    return isLibraryWide(thread) || isOfTheServer(thread) || isOfTheJvm(thread);
  }

  /** Whether each of the texts is in a frame of what the thread runs now: "Class.method". */
  static boolean isIn(Thread thread, List<String> frames) {
    List<String> stack =
        Stream.of(thread.getStackTrace())
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .toList();
    return frames.stream().allMatch(text -> stack.stream().anyMatch(it -> it.contains(text)));
  }

  private static boolean isOfTheJvm(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return !thread.isAlive()
        || group == null
        || group.getName().equals("system")
        || group.getName().equals("InnocuousThreadGroup")
        || thread.getName().startsWith("ForkJoinPool")
        || thread.getName().startsWith("surefire");
  }

  /** Open sockets; where the system does not tell of them, open files. */
  static long openSockets() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(LifecycleWatch::isSocket).count();
    } catch (IOException e) {
      OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
      return system instanceof UnixOperatingSystemMXBean unix
          ? unix.getOpenFileDescriptorCount()
          : 0;
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }

  /** The same, after giving sockets time to close. */
  static long openSocketsAfter(long before) {
    await(() -> openSockets() <= before);
    return openSockets();
  }

  static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Asks again and again until a fact that no event tells of holds; false if it never does. */
  @SuppressWarnings("ThreadPriorityCheck") // Only to let others run meanwhile.
  static boolean await(BooleanSupplier fact) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fact.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      Thread.yield();
    }
    return true;
  }
}

package dev.contactsdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Runs one stack's operation for as long as it is told, in a process of its own, so that no stack
 * runs on what the compiler learned from another.
 */
final class Worker implements AutoCloseable {
  /** So many threads mean that many virtual ones. */
  static final int VIRTUAL = 1000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Client client;
  private final Client.Operation operation;
  private final ExecutorService threads = Executors.newCachedThreadPool(Worker::daemon);

  Worker(Stack stack, Work work, Target target) {
    this.client = stack.open(target);
    this.operation = client.operation(work);
  }

  /** Arguments: stack, work, server, connections. Reads {@code THREADS MILLIS}, says a sample. */
  public static void main(String[] arguments) throws Exception {
    Target target = new Target(arguments[2], Integer.parseInt(arguments[3]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Worker worker =
        new Worker(Stack.valueOf(arguments[0]), Work.valueOf(arguments[1]), target)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] order = line.split(" ", -1);
        System.out.println(worker.run(Integer.parseInt(order[0]), Long.parseLong(order[1])));
      }
    }
    System.exit(0);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  Sample run(int count, long millis) throws Exception {
    Tally tally = new Tally(count);
    ThreadFactory factory = count == VIRTUAL ? virtualThreads() : null;
    long bytes = allocatedBytes();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long until = start + millis * 1_000_000;
    for (int i = 0; i < count; i++) {
      Runnable loop = () -> loop(until, tally);
      if (factory == null) {
        threads.execute(loop);
      } else {
        factory.newThread(loop).start();
      }
    }
    tally.end.await();
    long nanos = System.nanoTime() - start;
    tally.check();
    return new Sample(
        tally.done.sum(),
        tally.failed.sum(),
        nanos,
        allocatedBytes() - bytes,
        SYSTEM.getProcessCpuTime() - cpu);
  }

  private void loop(long until, Tally tally) {
    do {
      try {
        operation.run();
        tally.done.increment();
      } catch (Exception e) {
        tally.failed.increment();
        tally.failure.set(e);
      }
    } while (System.nanoTime() < until);
    tally.end.countDown();
  }

  /** A round's count. The JDK's HttpClient loses a connection now and then, so a few may fail. */
  private static final class Tally {
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final CountDownLatch end;

    Tally(int threads) {
      this.end = new CountDownLatch(threads);
    }

    void check() throws IOException {
      if (failed.sum() > done.sum() / 100) {
        throw new IOException(failed.sum() + " operations failed", failure.get());
      }
    }
  }

  /** Of all threads, those that a stack has started by itself among them. */
  private static long allocatedBytes() throws ReflectiveOperationException {
    if (Runtime.version().feature() >= 21) {
      return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(THREADS);
    }
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** Called by name, for this compiles on JDK 17. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    return (ThreadFactory) type.getMethod("factory").invoke(builder);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close();
  }
}

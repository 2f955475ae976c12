package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls for {@code executeAsync}: on virtual threads where the JVM has them, else on
 * a bounded pool of daemon threads.
 */
public final class AsyncRunner implements AutoCloseable {
  private static final int POOL_SIZE = 64;
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ExecutorService executor;
  private boolean closed;

  public <T> CompletableFuture<T> run(Callable<T> call) {
    Running<T> future = new Running<>();
    Task task = new Task(future, call);
    future.task = task;
    executor().execute(task);
    return future;
  }

  private ExecutorService executor() {
    lock.lock();
    try {
      if (closed) {
        throw new RejectedExecutionException("the client is closed");
      }
      if (executor == null) {
        executor = newExecutor();
      }
      return executor;
    } finally {
      lock.unlock();
    }
  }

  private static ExecutorService newExecutor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return newPool();
    }
  }

  private static ExecutorService newPool() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            POOL_SIZE,
            POOL_SIZE,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "contactsdk-async-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (executor != null) {
        executor.shutdownNow().forEach(task -> ((Task) task).drop());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs a call into its future. */
  private static final class Task extends FutureTask<Void> {
    private final Running<?> future;

    <T> Task(Running<T> future, Callable<T> call) {
      super(() -> future.complete(call), null);
      this.future = future;
    }

    void drop() {
      future.completeExceptionally(
          new CanceledException(
              Failure.notSent("executeAsync"),
              "the client was closed before the call began",
              null));
    }
  }

  /** A future that interrupts its call when it is cancelled. */
  private static final class Running<T> extends CompletableFuture<T> {
    private volatile @Nullable Future<?> task;

    void complete(Callable<T> call) {
      try {
        complete(call.call());
      } catch (Throwable e) {
        completeExceptionally(e);
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      Future<?> running = task;
      if (cancelled && running != null) {
        running.cancel(true);
      }
      return cancelled;
    }
  }
}

package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.time.Deadline;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls for {@code executeAsync}: on the application's executor, else on virtual
 * threads if the JVM has them, else on a bounded pool of daemon threads.
 */
public final class AsyncRunner implements AutoCloseable {
  private static final int POOL_SIZE = 64;
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Task> queued = ConcurrentHashMap.newKeySet();
  private final @Nullable Executor applications;
  private @Nullable ExecutorService own;
  private @Nullable ScheduledThreadPoolExecutor timer;
  private boolean closed;

  /**
   * Creates a runner.
   *
   * @param applications the executor for calls; null for the client's own threads
   */
  public AsyncRunner(@Nullable Executor applications) {
    this.applications = applications;
  }

  /**
   * Runs a call on another thread.
   *
   * @param deadline when it fails if no thread has become free; null for never
   * @throws RejectedExecutionException when the runner is closed, or the executor accepts no more
   */
  public <T> CompletableFuture<T> run(Callable<T> call, @Nullable Deadline deadline) {
    Running<T> future = new Running<>();
    Task task = new Task(future, call);
    future.task = task;
    Executor executor = executorFor(task);
    start(executor, task);
    if (deadline != null && mayQueue(executor)) {
      task.expireAt(deadline, timer());
    }
    return future;
  }

  /** An executor may fail after it has begun the call, whose own result then counts. */
  private void start(Executor executor, Task task) {
    try {
      executor.execute(task);
    } catch (RuntimeException | Error e) {
      queued.remove(task);
      if (task.begun.compareAndSet(false, true)) {
        throw e;
      }
    }
  }

  private ScheduledExecutorService timer() {
    lock.lock();
    try {
      if (timer == null) {
        timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "contactsdk-async-timer"));
        timer.setRemoveOnCancelPolicy(true);
      }
      return timer;
    } finally {
      lock.unlock();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private Executor executorFor(Task task) {
    lock.lock();
    try {
      if (closed) {
        throw new RejectedExecutionException("the client is closed");
      }
      queued.add(task);
      if (applications != null) {
        return applications;
      }
      if (own == null) {
        own = newExecutor();
      }
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** Virtual threads start at once. */
  private boolean mayQueue(Executor executor) {
    return executor == applications
        || (executor instanceof ThreadPoolExecutor pool && !pool.getQueue().isEmpty());
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
            task -> daemon(task, "contactsdk-async-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Refuses new calls, and fails those that wait for a thread. An executor of the application may
   * never run them.
   */
  public void stop() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    queued.forEach(Task::drop);
  }

  @Override
  public void close() {
    stop();
    lock.lock();
    try {
      if (own != null) {
        own.shutdownNow();
      }
      if (timer != null) {
        timer.shutdownNow();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs a call into its future. */
  private final class Task extends FutureTask<Void> {
    private final Running<?> future;
    private final AtomicBoolean begun;
    private volatile @Nullable Future<?> expiry;

    <T> Task(Running<T> future, Callable<T> call) {
      this(future, call, new AtomicBoolean());
    }

    private <T> Task(Running<T> future, Callable<T> call, AtomicBoolean begun) {
      super(
          () -> {
            if (begun.compareAndSet(false, true)) {
              future.complete(call);
            }
          },
          null);
      this.future = future;
      this.begun = begun;
    }

    @Override
    public void run() {
      queued.remove(this);
      Future<?> timed = expiry;
      if (timed != null) {
        timed.cancel(false);
      }
      super.run();
    }

    /** Also after a cancel, which an executor may never notice. */
    @Override
    protected void done() {
      queued.remove(this);
    }

    void expireAt(Deadline deadline, ScheduledExecutorService timer) {
      if (!begun.get()) {
        long nanos = Math.max(0, deadline.remainingNanos());
        expiry = timer.schedule(this::expire, nanos, TimeUnit.NANOSECONDS);
      }
    }

    private void expire() {
      queued.remove(this);
      if (begun.compareAndSet(false, true)) {
        future.completeExceptionally(
            new CallTimeoutException(
                Failure.notSent("executeAsync"),
                "no thread was free before the call's deadline: run fewer calls at once, or"
                    + " give the client an executor with more threads",
                null));
      }
    }

    void drop() {
      queued.remove(this);
      if (begun.compareAndSet(false, true)) {
        future.completeExceptionally(
            new CanceledException(
                Failure.notSent("executeAsync"),
                "the client was closed before the call started",
                null));
      }
    }
  }

  /** A future that interrupts its call when cancelled. */
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

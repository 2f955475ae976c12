package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.okhttp.OkHttpTransport;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A network on which the client's time is up before the answer comes, without a wait: some creates
 * never arrive, some arrive only when they are delivered, and of the answers that are cut every
 * second one looks like a timeout.
 */
final class CreatesNetwork implements Transport {
  private static final double LOST = 0.01;
  private static final double LATE = 0.02;
  private static final Duration LONG = Duration.ofMinutes(1);

  /** A create that the client has given up. */
  @FunctionalInterface
  private interface Late {
    void arrive() throws IOException;
  }

  private final OkHttpTransport real =
      OkHttpTransport.create("http://localhost", HttpResponse.DEFAULT_MAX_BYTES);
  private final OkHttpClient plain = new OkHttpClient();
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Late> late = new ArrayDeque<>();
  private double lostShare;
  private double lateShare;
  private int holdNext;
  private int cuts;
  private Random random = new Random(0);

  /** From now on creates are lost and late. */
  void misbehave(long seed) {
    lock.lock();
    try {
      random = new Random(seed);
      lostShare = LOST;
      lateShare = LATE;
    } finally {
      lock.unlock();
    }
  }

  /** The next create is late. */
  void holdNextCreate() {
    lock.lock();
    try {
      holdNext = 1;
    } finally {
      lock.unlock();
    }
  }

  /** Late creates arrive now. When this returns, the server has carried them out. */
  void deliver() {
    lock.lock();
    try {
      for (Late next = late.poll(); next != null; next = late.poll()) {
        arrive(next);
      }
    } finally {
      lock.unlock();
    }
  }

  private static void arrive(Late create) {
    try {
      create.arrive();
    } catch (IOException e) {
      // Nobody waits for the answer any more.
    }
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    if (request.method().equals("POST")) {
      loseOrHold(() -> real.send(withTimeLeft(request)));
    }
    try {
      return real.send(request);
    } catch (NotSentException e) {
      throw e;
    } catch (IOException e) {
      throw everySecondCut() ? timeIsUp() : e;
    }
  }

  private static HttpRequest withTimeLeft(HttpRequest request) {
    Deadline deadline = Deadline.in(TimeSource.system(), LONG);
    return new HttpRequest(
        request.method(),
        request.url(),
        request.headers(),
        request.body(),
        new LaterCall(request.call(), deadline));
  }

  /** The same call with another deadline. */
  private record LaterCall(CallInfo call, Deadline deadline) implements CallInfo {
    @Override
    public String operation() {
      return call.operation();
    }

    @Override
    public String pathTemplate() {
      return call.pathTemplate();
    }

    @Override
    public Effect effect() {
      return call.effect();
    }

    @Override
    public long attemptNanos() {
      return deadline.remainingNanos();
    }

    @Override
    public int attempts() {
      return call.attempts();
    }
  }

  private void loseOrHold(Late create) throws IOException {
    lock.lock();
    try {
      double chance = random.nextDouble();
      if (holdNext > 0 || chance < lateShare) {
        holdNext = 0;
        late.add(create);
        throw timeIsUp();
      }
      if (chance < lateShare + lostShare) {
        throw timeIsUp();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean everySecondCut() {
    lock.lock();
    try {
      return ++cuts % 2 == 0;
    } finally {
      lock.unlock();
    }
  }

  private static IOException timeIsUp() {
    return new SocketTimeoutException("timeout");
  }

  /** The same for an OkHttp client. */
  Interceptor forOkHttp() {
    return chain -> {
      Request request = chain.request();
      if (request.method().equals("POST")) {
        loseOrHold(() -> sendPlain(request));
      }
      return chain.proceed(request);
    };
  }

  private void sendPlain(Request request) throws IOException {
    try (Response response = plain.newCall(request).execute()) {
      response.body().bytes();
    }
  }

  @Override
  public void close() {
    real.close();
    plain.dispatcher().executorService().shutdown();
    plain.connectionPool().evictAll();
  }
}

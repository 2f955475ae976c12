package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that end idle connections after a time of their own, and pauses of all lengths between
 * two creates. {@code -Dreliability.idle=1000} takes servers of 1, 5, 10 and 60 seconds and pauses
 * up to 60 seconds; without it all is 150 times as fast.
 */
class IdleTimesTest {
  private static final int CREATES = Integer.getInteger("reliability.idle", 60);
  private static final boolean SHORT = System.getProperty("reliability.idle") == null;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1) / (SHORT ? 150 : 1);
  private static final long[] IDLE = {SECOND, 5 * SECOND, 10 * SECOND, 60 * SECOND};
  private static final long LONGEST_PAUSE = 60 * SECOND;
  private static final int ROUNDS = 4;

  /** The end of a connection may cross a request: what is closer together proves nothing. */
  private static final long CROSSING = TimeUnit.MILLISECONDS.toNanos(50);

  private final AtomicInteger unknown = new AtomicInteger();
  private final AtomicInteger crossed = new AtomicInteger();
  private final AtomicInteger judged = new AtomicInteger();

  static Stream<Close> closes() {
    return Stream.of(Close.FIN, Close.RST, Close.TLS_CLOSE_THEN_FIN);
  }

  @ParameterizedTest
  @MethodSource("closes")
  void noCreateAfterAPauseIsOfUnknownFate(Close close) throws Exception {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CREATES / ROUNDS; i++) {
      int seed = i;
      Thread caller = new Thread(() -> createAndPause(close, seed), "caller-" + i);
      caller.setDaemon(true);
      caller.start();
      callers.add(caller);
    }
    for (Thread caller : callers) {
      caller.join();
    }
    System.out.println(
        close
            + ", seeds from 0: "
            + judged
            + " creates, "
            + unknown
            + " unknown, "
            + crossed
            + " ended while they were on their way");
    assertThat(judged.get()).as("creates").isEqualTo(CREATES);
    assertThat(unknown.get()).as("creates of unknown fate").isZero();
  }

  private void createAndPause(Close close, int seed) {
    Random random = new Random(seed);
    Vendor vendor = seed % 2 == 0 ? Vendor.KORE : Vendor.TRUEDY;
    long idle = IDLE[random.nextInt(IDLE.length)];
    try (JudgeServer server =
            close.needsTls()
                ? JudgeServer.tls(vendor.backend(), "TLSv1.3")
                : JudgeServer.plain(vendor.backend());
        Client client = vendor.client(server.url(), Settings.unlimited())) {
      server.endsIdle(close, idle);
      client.create(Vendor.number(0));
      for (int i = 1; i <= ROUNDS; i++) {
        pause(random, idle);
        create(server, client, i);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(Random random, long idle) {
    long length = (long) (random.nextDouble() * LONGEST_PAUSE);
    boolean crosses = Math.abs(length - idle) < 2 * CROSSING;
    long end = System.nanoTime() + (crosses ? length + 4 * CROSSING : length);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** A connection that ends while the request is on its way leaves its fate open: it is counted. */
  private void create(JudgeServer server, Client client, int place) {
    judged.incrementAndGet();
    long begin = System.nanoTime();
    try {
      client.create(Vendor.number(place));
    } catch (SdkException e) {
      boolean onItsWay = server.endedIdleSince(begin - CROSSING);
      (onItsWay ? crossed : unknown).incrementAndGet();
    }
  }
}

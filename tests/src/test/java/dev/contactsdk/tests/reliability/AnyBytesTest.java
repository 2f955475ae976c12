package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.tests.reliability.AnyBytesMutator.Body;
import dev.contactsdk.tests.reliability.AnyBytesOperations.Clients;
import dev.contactsdk.tests.reliability.AnyBytesOperations.Family;
import dev.contactsdk.tests.reliability.AnyBytesOperations.Operation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any bytes as an answer give a typed result or a typed error. {@code -Dreliability.bodies=100000}
 * makes it that many bodies for each family, {@code -Dreliability.seed=n} others.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class AnyBytesTest {
  private static final int BODIES = Integer.getInteger("reliability.bodies", 3000);
  private static final long SEED = Long.getLong("reliability.seed", 1);
  private static final int MOST_OVER_HTTP = 5000;

  /** Of the processor's time: a busy machine takes longer. */
  private static final long MOST_NANOS_EACH = TimeUnit.SECONDS.toNanos(10);

  private static final int[] SUCCESSES = {200, 200, 200, 201, 202, 203, 206, 299};
  private static final int[] REFUSALS = {
    300, 301, 302, 304, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 415, 421,
    422, 425, 429, 451, 499, 500, 501, 502, 503, 504, 520, 599
  };

  private int status;
  private Body body;
  private List<String> headers = List.of();
  private int results;
  private int unreadable;
  private int refusals;
  private long slowest;
  private String slowestIs = "";

  private HttpResponse answer() {
    return HttpResponse.of(status, Headers.received(headers), body.bytes().toByteArray());
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void everyBodyGivesATypedResultOrATypedError(Family family) {
    Clients clients = AnyBytesOperations.on(request -> answer());
    List<Operation> operations =
        AnyBytesOperations.all().stream().filter(o -> o.family() == family).toList();
    checkAll(clients, operations, BODIES);
    assertThat(results).as("bodies that stay readable").isGreaterThan(BODIES / 10);
    System.out.printf(
        "any bytes, %s: %d bodies, %d results, %d unreadable, %d refusals; slowest %d ms (%s)%n",
        family,
        BODIES,
        results,
        unreadable,
        refusals,
        TimeUnit.NANOSECONDS.toMillis(slowest),
        slowestIs);
  }

  @Test
  void everyBodyGivesATypedResultOrATypedErrorOverHttpToo() throws IOException {
    try (MockWebServer server = AnyBytesServer.answering(request -> response())) {
      Clients clients = AnyBytesOperations.at(AnyBytesServer.url(server));
      checkAll(clients, AnyBytesOperations.all(), Math.min(BODIES, MOST_OVER_HTTP));
      clients.kore().close();
      clients.truedy().close();
    }
    System.out.printf(
        "any bytes, over HTTP: %d results, %d unreadable, %d refusals%n",
        results, unreadable, refusals);
  }

  private MockResponse response() {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    for (int i = 0; i < headers.size(); i += 2) {
      response.addHeaderLenient(headers.get(i), headers.get(i + 1));
    }
    boolean bodiless = status == 304;
    return bodiless ? response.build() : response.body(new Buffer().write(body.bytes())).build();
  }

  private void checkAll(Clients clients, List<Operation> operations, int count) {
    List<List<byte[]>> samples = operations.stream().map(AnyBytesTest::fitting).toList();
    for (int i = 0; i < count; i++) {
      long seed = SEED * 1_000_000_007L + i;
      int which = i % operations.size();
      Operation operation = operations.get(which);
      SplittableRandom random = new SplittableRandom(seed);
      boolean success = random.nextInt(10) < 6;
      int[] statuses = success ? SUCCESSES : REFUSALS;
      List<byte[]> from =
          success == (random.nextInt(10) > 0)
              ? samples.get(which)
              : AnyBytesSamples.errorsOf(operation.family());
      AnyBytesMutator mutator = new AnyBytesMutator(seed + 1);
      status = statuses[random.nextInt(statuses.length)];
      body = mutator.of(from.get(random.nextInt(from.size())));
      headers = new ArrayList<>(body.headers());
      headers.addAll(mutator.extraHeaders());
      check(operation, clients, seed);
    }
  }

  /** The fixtures of its family that an operation can read. */
  private static List<byte[]> fitting(Operation operation) {
    List<byte[]> fitting = new ArrayList<>();
    for (byte[] sample : AnyBytesSamples.of(operation.family())) {
      try {
        Clients clients =
            AnyBytesOperations.on(request -> HttpResponse.of(200, Headers.empty(), sample));
        AnyBytesJudge.result(operation.run().apply(clients));
        fitting.add(sample);
      } catch (SdkException e) {
        AnyBytesJudge.failure(e, 200);
      }
    }
    assertThat(fitting).as("fixtures for " + operation).isNotEmpty();
    return fitting;
  }

  private void check(Operation operation, Clients clients, long seed) {
    String which = operation + ", HTTP " + status + ", " + body.how() + ", seed " + seed;
    long start = cpuNanos();
    try {
      AnyBytesJudge.result(operation.run().apply(clients));
      assertThat(status).as(which).isBetween(200, 299);
      results++;
    } catch (SdkException e) {
      judge(e, which);
      unreadable += status < 300 ? 1 : 0;
      refusals += status < 300 ? 0 : 1;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(which, e);
    }
    long took = cpuNanos() - start;
    assertThat(took).as(which).isLessThan(MOST_NANOS_EACH);
    if (took > slowest) {
      slowest = took;
      slowestIs = which;
    }
  }

  private void judge(SdkException e, String which) {
    try {
      AnyBytesJudge.failure(e, status);
    } catch (AssertionError complaint) {
      throw new AssertionError(which + ": " + complaint.getMessage(), e);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

package dev.contactsdk.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.LenientInstant;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The parts that a call is made of, and what limiter and retry add when nothing is wrong. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallParts {
  private static final String TIME = "2026-03-01T10:15:30.123456Z";

  private final JwtSigner signer = JwtSigner.hmac(JwtAlgorithm.HS256, Canned.CLIENT_SECRET);
  private final NewTruedyContact contact = SdkClient.newTruedyContact();
  private final Peer.NewContact peerContact = Peer.newContact();
  private final byte[] rows = rows();
  private final JsonType<List<TruedyContact>> type = new JsonType<>() {};
  private final ObjectReader peerReader =
      Peer.SNAKE.readerFor(new TypeReference<List<Peer.Contact>>() {});
  private final RateLimiter limiter = highLimit();
  private final Deadline deadline = Deadline.in(TimeSource.system(), Duration.ofDays(1));
  private final TruedyClient careful = client(highLimit(), RetryPolicy.standard());
  private final TruedyClient careless = client(RateLimiter.unlimited(), RetryPolicy.none());
  private final TruedyClient refused =
      client(409, Canned.REFUSED_TRUEDY, highLimit(), RetryPolicy.standard());

  private static RateLimiter highLimit() {
    return RateLimiter.of(new Window(1_000_000, Duration.ofMillis(1)));
  }

  private static byte[] rows() {
    String page = new String(Canned.list(100), StandardCharsets.US_ASCII);
    return page.substring(page.indexOf('['), page.lastIndexOf("],\"meta\"") + 1)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static TruedyClient client(RateLimiter limiter, RetryPolicy retry) {
    return client(201, Canned.CREATED_TRUEDY, limiter, retry);
  }

  private static TruedyClient client(
      int status, byte[] body, RateLimiter limiter, RetryPolicy retry) {
    Transport memory = request -> HttpResponse.of(status, Headers.empty(), body);
    return TruedyClient.builder()
        .apiKey(Canned.API_KEY)
        .rateLimiter(limiter)
        .retry(retry)
        .transport(memory)
        .build();
  }

  /** Runs all of them, or those whose names match. */
  static void measure(String names, int iterations) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(SmallParts.class.getName() + "." + names)
                .forks(1)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(500))
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  /** Signing as this SDK does it. */
  @Benchmark
  public String sign() {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("appId", Canned.CLIENT_ID);
    claims.put("sub", "contact-sdk");
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return signer.sign(claims);
  }

  /** Signing as jjwt does it with its Jackson module. */
  @Benchmark
  public String signWithJjwt() {
    return Peer.token();
  }

  /** Checking a number of a contact to be created. */
  @Benchmark
  public CellPhone checkNumber() {
    return CellPhone.of("+1", "2025550101");
  }

  /** Writing a contact to be created. */
  @Benchmark
  public byte[] encode() {
    return Json.write(contact);
  }

  /** The same with Jackson 2. */
  @Benchmark
  public byte[] encodeWithJackson() throws JsonProcessingException {
    return Peer.SNAKE.writeValueAsBytes(peerContact);
  }

  /** Reading 100 contacts. */
  @Benchmark
  public List<TruedyContact> decode100() {
    return type.read(new ByteArrayInputStream(rows));
  }

  /** The same with Jackson 2. */
  @Benchmark
  public List<Peer.Contact> decode100WithJackson() throws IOException {
    return peerReader.readValue(new ByteArrayInputStream(rows));
  }

  /** Reading a time. */
  @Benchmark
  public @Nullable Instant parseTime() {
    return LenientInstant.parse(TIME);
  }

  /** The same with java.time. */
  @Benchmark
  public Instant parseTimeWithJavaTime() {
    return Instant.parse(TIME);
  }

  /** A permit that is there. */
  @Benchmark
  public long permit() throws InterruptedException {
    return limiter.take(deadline);
  }

  /** A whole call but for the socket. */
  @Benchmark
  public TruedyContact callInMemory() {
    return careful.contacts().create(contact).execute();
  }

  /** The same without limiter and retry. */
  @Benchmark
  public TruedyContact callInMemoryWithoutLimitAndRetry() {
    return careless.contacts().create(contact).execute();
  }

  /** A whole call but for the socket that is refused, with a diagnosis that quotes its number. */
  @Benchmark
  public Object refusal() {
    try {
      return refused.contacts().create(contact).execute();
    } catch (ApiException.Conflict e) {
      return e;
    }
  }
}

package dev.contactsdk.tests.reliability;

import static dev.contactsdk.tests.reliability.AnyBytesMutator.gzip;
import static dev.contactsdk.tests.reliability.AnyBytesMutator.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Immutable;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.tests.reliability.AnyBytesOperations.Clients;
import dev.contactsdk.tests.reliability.AnyBytesOperations.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers made to use up memory, time or stack. {@code -Dreliability.heavy=true} tries each on
 * every operation.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AnyBytesHeavyTest {
  private static final boolean LONG = Boolean.getBoolean("reliability.heavy");
  private static final int MIB = 1024 * 1024;
  private static final int LIMIT = (int) HttpResponse.DEFAULT_MAX_BYTES;

  /** Of the processor's time: a busy machine takes longer. */
  private static final long MOST_NANOS_EACH = TimeUnit.SECONDS.toNanos(60);

  private static final String JSON = "application/json";

  @FunctionalInterface
  @Immutable
  private interface Maker {
    byte[] make();
  }

  /** Most are as large as an answer may be. */
  enum Attack {
    STRING_OF_7_MB(() -> utf8("{\"id\":\"" + "x".repeat(7 * MIB) + "\"}")),
    STRING_OF_10_MB(() -> utf8("{\"id\":\"" + "x".repeat(10 * MIB) + "\"}")),
    TEXT_IN_DATA_OF_10_MB(() -> utf8("{\"data\":{\"id\":\"" + "é".repeat(5 * MIB) + "\"}}")),
    PLAIN_TEXT_OF_10_MB(() -> utf8("x".repeat(10 * MIB))),
    DIGITS_OF_10_MB(() -> utf8("1".repeat(10 * MIB))),
    NUMBER_OF_1_MB_INSIDE(() -> utf8("{\"id\":" + "7".repeat(MIB) + "}")),
    EXPONENTS(() -> utf8("{\"id\":1e999999999,\"totalResults\":1e999999999,\"data\":[1e-999999]}")),
    DEEP_ARRAYS(() -> utf8("[".repeat(8 * MIB))),
    DEEP_OBJECTS(() -> utf8("{\"data\":".repeat(MIB))),
    EMPTY_OBJECTS(() -> filled("[", "{},", "{}]")),
    EMPTY_RESULTS(() -> filled("{\"results\":[", "{},", "{}]}")),
    EMPTY_DATA(() -> filled("{\"data\":[", "{},", "{}]}")),
    IDS_IN_RESULTS(() -> filled("{\"results\":[", "1,", "1]}")),
    NULLS_IN_DATA(() -> filled("{\"data\":[", "null,", "null]}")),
    ARRAYS_IN_RESULTS(() -> filled("{\"results\":[{\"address\":[", "[],", "[]]}]}")),
    SKILLS_IN_RESULTS(() -> filled("{\"results\":[", "{\"skills\":[1,1,1,1,1,1,1,1]},", "1]}")),
    KEYS(() -> keys("{", "}")),
    ERROR_LIST(() -> filled("{\"errors\":[", "{},", "{}]}")),
    ERROR_TEXTS(() -> filled("{\"errors\":[", "{\"msg\":\"ab\"},", "{}]}")),
    ERRORS_BY_FIELD(() -> keys("{\"errors\":{", "}}")),
    DETAIL_LIST(() -> filled("{\"detail\":[", "{},", "{}]}")),
    DETAIL_TEXTS(() -> filled("{\"detail\":[", "{\"msg\":\"+1 555 000 1111 a@b.c\"},", "{}]}")),
    DETAIL_PLACES(() -> filled("{\"detail\":[{\"loc\":[", "\"a\",", "1]}]}")),
    LONG_ERROR_TEXTS(() -> longTexts(3 * MIB)),
    ERROR_TEXTS_OF_1_MB(() -> longTexts(MIB / 5)),
    ERROR_TEXT_OF_AT_SIGNS(() -> utf8("{\"message\":\"" + "a@".repeat(MIB / 3) + "\"}")),
    ERROR_TEXT_OF_CONTROLS(() -> utf8("{\"message\":\"x" + " \\u0001".repeat(MIB / 9) + "y\"}")),
    GZIP_BOMB(() -> bomb(200), "gzip"),
    GZIP_BOMB_OF_JSON(() -> gzip(filled("{\"results\":[", "{},", "{}]}")), "gzip"),
    GZIP_OF_EMPTY_MEMBERS(() -> repeated(gzip(new byte[0])), "gzip"),
    GZIP_NAME_WITHOUT_END(() -> header((byte) 8), "gzip"),
    GZIP_EXTRA_FIELD(() -> header((byte) 4), "gzip");

    private final Maker body;
    private final @Nullable String coding;

    Attack(Maker body) {
      this(body, null);
    }

    Attack(Maker body, @Nullable String coding) {
      this.body = body;
      this.coding = coding;
    }

    private Headers headers() {
      Headers headers = Headers.received(List.of("Content-Type", JSON));
      return coding == null ? headers : headers.with("Content-Encoding", coding);
    }

    private static byte[] filled(String start, String part, String end) {
      int parts = (LIMIT - start.length() - end.length()) / part.length();
      return utf8(start + part.repeat(parts) + end);
    }

    private static byte[] keys(String start, String end) {
      StringBuilder text = new StringBuilder(LIMIT).append(start).append("\"a\":{}");
      for (int i = 0; text.length() < LIMIT - 30; i++) {
        text.append(",\"").append(Integer.toString(i, 36)).append("\":{}");
      }
      return utf8(text.append(end).toString());
    }

    private static byte[] longTexts(int length) {
      return utf8(
          "{\"error\":{\"code\":\""
              + "c".repeat(length)
              + "\",\"message\":\""
              + "1(".repeat(length)
              + "\"},\"meta\":{\"request_id\":\""
              + "r".repeat(length)
              + "\"}}");
    }

    private static byte[] bomb(int mib) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        byte[] spaces = utf8(" ".repeat(MIB));
        for (int i = 0; i < mib; i++) {
          zip.write(spaces);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }

    private static byte[] repeated(byte[] part) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(LIMIT);
      IntStream.range(0, LIMIT / part.length).forEach(i -> out.writeBytes(part));
      return out.toByteArray();
    }

    private static byte[] header(byte flags) {
      byte[] bytes = new byte[LIMIT];
      Arrays.fill(bytes, (byte) 'x');
      System.arraycopy(new byte[] {31, (byte) 139, 8, flags, 0, 0, 0, 0, 0, 0}, 0, bytes, 0, 10);
      return bytes;
    }
  }

  private int status;

  @ParameterizedTest
  @EnumSource(Attack.class)
  void noAnswerUsesUpMemoryTimeOrStack(Attack attack) {
    byte[] bytes = attack.body.make();
    Clients clients =
        AnyBytesOperations.on(request -> HttpResponse.of(status, attack.headers(), bytes));
    long start = System.nanoTime();
    int runs = 0;
    for (Operation operation : chosen()) {
      for (int each : LONG ? new int[] {200, 400, 404, 503} : new int[] {200, 400}) {
        status = each;
        check(operation, clients, attack + ", " + operation + ", HTTP " + each);
        runs++;
      }
    }
    if (LONG) {
      System.out.printf(
          "heavy bytes, %s: %d bytes, %d runs, %d ms each%n",
          attack,
          bytes.length,
          runs,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / runs);
    }
  }

  /** In the short form the largest record and the loosest reader. */
  private static List<Operation> chosen() {
    List<String> heaviest = List.of("KORE_AGENTS list", "TRUEDY_IMPORT import");
    return AnyBytesOperations.all().stream()
        .filter(operation -> LONG || heaviest.contains(operation.toString()))
        .toList();
  }

  private void check(Operation operation, Clients clients, String which) {
    long start = cpuNanos();
    try {
      AnyBytesJudge.result(operation.run().apply(clients));
    } catch (SdkException e) {
      AnyBytesJudge.failure(e, status);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(which, e);
    }
    assertThat(cpuNanos() - start).as(which).isLessThan(MOST_NANOS_EACH);
  }

  private MockResponse tooLarge() {
    Buffer body = new Buffer().write(new byte[LIMIT + MIB]);
    return new MockResponse.Builder().code(status).chunkedBody(body, MIB).build();
  }

  @Test
  void anAnswerThatIsTooLargeIsAClearErrorOverHttp() throws IOException {
    try (MockWebServer server = AnyBytesServer.answering(request -> tooLarge())) {
      Clients clients = AnyBytesOperations.at(AnyBytesServer.url(server));
      for (Operation operation : chosen()) {
        for (int each : new int[] {200, 500}) {
          status = each;
          check(operation, clients, "too large, " + operation + ", HTTP " + each);
        }
      }
      clients.kore().close();
      clients.truedy().close();
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

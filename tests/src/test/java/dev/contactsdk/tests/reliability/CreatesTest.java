package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.tests.reliability.CreatesTally.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Creates against a server that misbehaves at random, by seed. {@code -Dreliability.creates=10000}
 * is the long form, {@code -Dreliability.seed} another script.
 */
class CreatesTest {
  private static final int CREATES = Integer.getInteger("reliability.creates", 300);
  private static final long SEED = Long.getLong("reliability.seed", 20261101L);
  private static final int ROUND = 500;
  private static final Map<String, CreatesTally> TABLE = new LinkedHashMap<>();

  @AfterAll
  static void print() {
    StringBuilder text = new StringBuilder("\n").append(CreatesTally.header()).append('\n');
    TABLE.forEach((client, tally) -> text.append(tally.row(client)).append('\n'));
    System.out.println(text);
  }

  static Stream<Function<CreatesNetwork, CreatesVendor>> vendors() {
    return Stream.of(
        network -> new CreatesKore(new CreatesSettlingTime(network), network),
        network -> new CreatesTruedy(new CreatesSettlingTime(network), network));
  }

  private static CreatesTally run(
      String name, CreatesVendor vendor, Function<String, Report> client) throws Exception {
    CreatesRun run = new CreatesRun(vendor);
    for (int done = 0; done < CREATES; done += ROUND) {
      run.round(Math.min(ROUND, CREATES - done), SEED + 100L * done, client);
    }
    TABLE.put(vendor.name() + ", " + name, run.tally);
    return run.tally;
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void neverTwoContactsNeverAWrongReport(Function<CreatesNetwork, CreatesVendor> opened)
      throws Exception {
    try (CreatesVendor vendor = opened.apply(new CreatesNetwork())) {
      for (Map.Entry<String, OnUnknown> policy : vendor.policies().entrySet()) {
        CreatesTally tally =
            run("SDK " + policy.getKey(), vendor, CreatesRun.sdk(vendor, policy.getValue()));
        assertThat(tally.creates).isEqualTo(CREATES);
        assertThat(tally.duplicates).as("duplicates").isZero();
        assertThat(tally.lost).as("reported not created, but there").isZero();
        assertThat(tally.invented).as("reported created, but not there").isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void otherClientsOnTheSameScript(Function<CreatesNetwork, CreatesVendor> opened)
      throws Exception {
    CreatesNetwork network = new CreatesNetwork();
    OkHttpClient okHttp = new OkHttpClient.Builder().addInterceptor(network.forOkHttp()).build();
    try (CreatesVendor vendor = opened.apply(network)) {
      CreatesTally plain = run("OkHttp", vendor, CreatesRun.plain(vendor, okHttp));
      CreatesTally naive = run("OkHttp, retried 3 times", vendor, CreatesRun.naive(vendor, okHttp));
      assertThat(plain.lost).isPositive();
      assertThat(naive.lost + naive.duplicates).isPositive();
    } finally {
      okHttp.dispatcher().executorService().shutdown();
      okHttp.connectionPool().evictAll();
    }
  }
}

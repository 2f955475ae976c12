package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.tests.reliability.CreatesTally.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Many creates on 8 threads against a server that misbehaves, and what came of them. */
final class CreatesRun {
  private static final int THREADS = 8;

  private final CreatesVendor vendor;
  private final AtomicInteger number = new AtomicInteger();
  final CreatesTally tally = new CreatesTally();

  CreatesRun(CreatesVendor vendor) {
    LifecycleWatch.quietServer();
    this.vendor = vendor;
  }

  /** Creates so many contacts on a fresh server, and compares. */
  void round(int creates, long seed, Function<String, Report> client)
      throws InterruptedException, ExecutionException {
    vendor.restart();
    CreatesFaults.plan(vendor.sandbox(), vendor.creates(), vendor.lists(), seed);
    vendor.network().misbehave(seed);
    int last = number.get() + creates;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      workers.add(threads.submit(() -> work(last, client)));
    }
    threads.shutdown();
    for (Future<?> worker : workers) {
      worker.get();
    }
    number.set(last);
    vendor.network().deliver();
    tally.compare(vendor.stored());
  }

  private void work(int last, Function<String, Report> client) {
    int next;
    while ((next = number.incrementAndGet()) <= last) {
      String digits = "202%07d".formatted(2_000_000 + next % 7_000_000);
      tally.report(digits, client.apply(digits));
    }
  }

  /** The SDK with a policy. */
  static Function<String, Report> sdk(CreatesVendor vendor, OnUnknown policy) {
    return digits -> {
      try {
        vendor.create(digits, policy).execute();
        return Report.CREATED;
      } catch (SdkException e) {
        return switch (e.outcome()) {
          case NOT_SENT, REJECTED -> Report.NOT_CREATED;
          case APPLIED -> Report.APPLIED;
          case UNKNOWN -> Report.UNKNOWN;
        };
      }
    };
  }

  /** OkHttp, which reports an answer or a failure and nothing else. */
  static Function<String, Report> plain(CreatesVendor vendor, OkHttpClient client) {
    return digits -> {
      try (Response response = client.newCall(vendor.plain(digits)).execute()) {
        response.body().string();
        return response.isSuccessful() ? Report.CREATED : Report.NOT_CREATED;
      } catch (IOException e) {
        return Report.NOT_CREATED;
      }
    };
  }

  /** A client that tries again whatever happened, three times. */
  static Function<String, Report> naive(CreatesVendor vendor, OkHttpClient client) {
    Function<String, Report> once = plain(vendor, client);
    return digits -> {
      Report report = Report.NOT_CREATED;
      for (int attempt = 0; attempt < 4 && report != Report.CREATED; attempt++) {
        report = once.apply(digits);
      }
      return report;
    };
  }
}

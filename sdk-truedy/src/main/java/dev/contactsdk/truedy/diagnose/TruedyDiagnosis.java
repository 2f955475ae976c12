package dev.contactsdk.truedy.diagnose;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.diagnose.Address;
import dev.contactsdk.core.spi.diagnose.AddressChecks;
import dev.contactsdk.core.spi.diagnose.ClassPathChecks;
import dev.contactsdk.core.spi.diagnose.ClockCheck;
import dev.contactsdk.core.spi.diagnose.LimitCheck;
import dev.contactsdk.core.spi.diagnose.PagingChecks;
import dev.contactsdk.core.spi.diagnose.Probe;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.core.spi.diagnose.Report;
import dev.contactsdk.core.spi.diagnose.TimesCheck;
import dev.contactsdk.truedy.internal.Loose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the set-up of a Truedy client with at most 15 reads. */
public final class TruedyDiagnosis {
  private static final String VENDOR = "Truedy";
  private static final int LARGEST_PAGE = 100;
  private static final Map<String, ?> FIRST = Map.of("limit", 2, "offset", 0);

  private final TruedySetup setup;
  private final String url;
  private final ApiEngine engine;
  private final Report report = newReport();
  private final Probe probe;
  private final TruedyReads reads;

  /**
   * Creates a diagnosis.
   *
   * @param setup what the client was set up with
   * @param url its base URL
   * @param engine its engine
   */
  public TruedyDiagnosis(TruedySetup setup, String url, ApiEngine engine) {
    this.setup = setup;
    this.url = url;
    this.engine = engine;
    this.probe = new Probe(engine.time());
    this.reads = new TruedyReads(probe, engine);
  }

  private static Report newReport() {
    List<String> names = new ArrayList<>(ClassPathChecks.NAMES);
    names.addAll(AddressChecks.NAMES);
    names.add(ClockCheck.NAME);
    names.addAll(TruedyAccessChecks.NAMES);
    names.addAll(List.of(PagingChecks.STYLE, PagingChecks.SIZE, TimesCheck.NAME, LimitCheck.NAME));
    return new Report(names);
  }

  /**
   * Reports the key without an address to try it at.
   *
   * @param setup the key
   * @param why what is wrong with the base URL
   * @return the diagnosis; nothing was sent
   */
  public static Diagnosis withoutAddress(TruedySetup setup, String why) {
    Report report = newReport();
    report.wrong(
        "address.setting",
        why,
        "Leave baseUrl(...) and TRUEDY_BASE_URL out, or set the URL of your own instance, such as"
            + " https://truedy.example.com");
    report.add(setup.key());
    classPath(report);
    report.stop("the base URL is not usable");
    return report.diagnosis(VENDOR, Address.of(null).shown(), false, 0);
  }

  private static void classPath(Report report) {
    new ClassPathChecks(TruedyDiagnosis.class.getClassLoader(), report)
        .judge("dev/contactsdk/truedy/TruedyClient.class");
  }

  /**
   * Runs the checks.
   *
   * @return what they found
   */
  public Diagnosis run() {
    classPath(report);
    report.add(setup.key());
    Probed<PageAnswer<Object>> first = reads.contacts(FIRST);
    boolean withoutAuth = first.failure() instanceof CredentialException;
    if (withoutAuth) {
      first = reads.with(engine.withCredential(request -> request)).contacts(FIRST);
    }
    new AddressChecks(report, VENDOR, url, "").judge(first);
    ClockCheck.judge(report, first);
    if (withoutAuth) {
      report.stopWithoutCredential("credential.accepted");
    }
    boolean works = judgeAccess(first);
    LimitCheck.judge(report, probe, "100 requests a minute and key");
    return report.diagnosis(VENDOR, Address.of(url).shown(), works, probe.requests());
  }

  /** Whether contacts can be read. */
  private boolean judgeAccess(Probed<PageAnswer<Object>> first) {
    String stopped = probe.stopped();
    if (stopped != null) {
      report.stop(stopped);
    }
    if (!setup.isUsable()) {
      report.stop("credential.apiKey is not usable");
    }
    if (report.isStopped()) {
      return false;
    }
    new TruedyAccessChecks(report, setup, reads).judge(first);
    if (first.isSuccess()) {
      judgePages(first);
      TimesCheck.judge(report, first, sentAt(first));
    } else {
      report.stop("the contacts cannot be read");
    }
    return first.isSuccess();
  }

  private static @Nullable Object sentAt(Probed<?> answer) {
    return new Loose(answer.content()).at("meta").at("ts", "timestamp").value();
  }

  private void judgePages(Probed<PageAnswer<Object>> first) {
    PagingChecks paging = new PagingChecks(report);
    if (PagingChecks.canTell(first)) {
      paging.style(
          first,
          "offset",
          reads.contacts(Map.of("offset", 1, "limit", 1)),
          reads.contacts(Map.of("page", 2, "limit", 1)));
    } else {
      report.unknown(PagingChecks.STYLE, "not tried: that takes two contacts");
    }
    Probed<PageAnswer<Object>> large = reads.contacts(Map.of("limit", LARGEST_PAGE, "offset", 0));
    ApiException refusal = large.refusal();
    if (refusal instanceof ApiException.BadRequest) {
      report.unknown(PagingChecks.SIZE, large.said());
    } else {
      paging.size(large, LARGEST_PAGE, null);
    }
  }

  @Override
  public String toString() {
    return "TruedyDiagnosis";
  }
}

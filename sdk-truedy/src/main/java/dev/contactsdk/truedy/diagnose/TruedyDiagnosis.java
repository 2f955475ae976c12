package dev.contactsdk.truedy.diagnose;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.InvalidRequestException;
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
import dev.contactsdk.core.spi.diagnose.Setting;
import dev.contactsdk.core.spi.diagnose.TimesCheck;
import dev.contactsdk.truedy.internal.Loose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the set-up of a Truedy client with at most 15 reads. */
public final class TruedyDiagnosis {
  private static final String VENDOR = "Truedy";
  private static final int LARGEST_PAGE = 100;
  private static final Map<String, ?> FIRST = Map.of("limit", 2, "offset", 0);

  private static final String URL_MEND =
      "Leave baseUrl(...) and TRUEDY_BASE_URL out, or set the URL of your own instance, such as"
          + " https://truedy.example.com";
  private static final String PATH_MEND =
      "Leave apiPath(...) and TRUEDY_API_PATH out, or set the API's path, such as /api/public/v1.";

  private final TruedySetup setup;
  private final String url;
  private final ApiEngine engine;
  private final Report report;
  private final Probe probe;
  private final TruedyReads reads;

  /**
   * Creates a diagnosis.
   *
   * @param report gets the results
   * @param setup what the client was set up with
   * @param url its base URL
   * @param engine its engine
   */
  public TruedyDiagnosis(Report report, TruedySetup setup, String url, ApiEngine engine) {
    this.report = report;
    this.setup = setup;
    this.url = url;
    this.engine = engine;
    this.probe = new Probe(engine.time());
    report.about(Address.of(url), probe::requests);
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
   * @param report gets the results
   * @param setup the key
   * @param why what is wrong with the base URL or the path
   * @return the diagnosis; nothing was sent
   */
  public static Diagnosis withoutAddress(
      Report report, TruedySetup setup, InvalidRequestException why) {
    report.wrong(
        "address.setting",
        Setting.refused(why),
        why.operation().equals("apiPath") ? PATH_MEND : Setting.urlMend(why, URL_MEND));
    report.add(setup.key());
    report.stop("the base URL is not usable");
    return report.diagnosis(VENDOR, Address.of(null).shown(), false, 0);
  }

  /**
   * Judges the class path first, because the other checks need its libraries.
   *
   * @param others the other checks, which complete the report
   * @return the diagnosis, even if a library is missing or clashes
   */
  public static Diagnosis guarded(Function<Report, Diagnosis> others) {
    Report report = newReport();
    new ClassPathChecks(TruedyDiagnosis.class.getClassLoader(), report)
        .judge("dev/contactsdk/truedy/TruedyClient.class");
    return report.guarded(VENDOR, () -> others.apply(report));
  }

  /**
   * Runs the checks.
   *
   * @return what they found
   */
  public Diagnosis run() {
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

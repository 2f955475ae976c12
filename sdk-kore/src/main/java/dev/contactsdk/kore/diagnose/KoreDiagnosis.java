package dev.contactsdk.kore.diagnose;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the set-up of a Kore.ai client with at most 15 reads. */
public final class KoreDiagnosis {
  private static final String VENDOR = "Kore.ai";
  private static final int INVALID_ARGUMENTS = 412;
  private static final int LARGE_PAGE = 1000;
  private static final int USUAL_PAGE = 100;

  private static final String HINT =
      " If the address is right, switch off 'Enforce Request and Response Payload Encryption' in"
          + " the JWT app: the SDK cannot read encrypted answers.";

  private final KoreSetup setup;
  private final String url;
  private final ApiEngine engine;
  private final @Nullable ApiEngine admin;
  private final Report report;
  private final Probe probe;
  private final KoreReads reads;

  /**
   * Creates a diagnosis.
   *
   * @param report gets the results
   * @param setup what the client was set up with
   * @param url its base URL
   * @param engine its engine
   * @param admin its engine for roles; null when it has none
   */
  public KoreDiagnosis(
      Report report, KoreSetup setup, String url, ApiEngine engine, @Nullable ApiEngine admin) {
    this.report = report;
    this.setup = setup;
    this.url = url;
    this.engine = engine;
    this.admin = admin;
    this.probe = new Probe(engine.time());
    report.about(Address.of(url), probe::requests);
    this.reads = new KoreReads(probe);
  }

  private static Report newReport() {
    List<String> names = new ArrayList<>(ClassPathChecks.NAMES);
    names.addAll(AddressChecks.NAMES);
    names.add(ClockCheck.NAME);
    names.addAll(KoreCredentialChecks.NAMES);
    names.addAll(KoreScopeChecks.NAMES);
    names.addAll(List.of(PagingChecks.STYLE, PagingChecks.SIZE, TimesCheck.NAME, LimitCheck.NAME));
    return new Report(names);
  }

  /**
   * Reports settings without an address to try them at.
   *
   * @param report gets the results
   * @param setup the other settings
   * @param why what is wrong with the base URL
   * @return the diagnosis; nothing was sent
   */
  public static Diagnosis withoutAddress(
      Report report, KoreSetup setup, InvalidRequestException why) {
    report.wrong(
        "address.setting",
        Setting.refused(why),
        Setting.urlMend(
            why,
            "Set baseUrl(...), or KORE_BASE_URL, to your environment's URL, such as"
                + " https://platform.kore.ai"));
    setup.settings().forEach(report::add);
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
    new ClassPathChecks(KoreDiagnosis.class.getClassLoader(), report)
        .judge("dev/contactsdk/kore/KoreClient.class");
    return report.guarded(VENDOR, () -> others.apply(report));
  }

  /**
   * Runs the checks.
   *
   * @return what they found
   */
  public Diagnosis run() {
    setup.settings().forEach(report::add);
    Probed<PageAnswer<Object>> first = reads.contacts(engine, Map.of("limit", 2));
    boolean withoutAuth = first.failure() instanceof CredentialException;
    if (withoutAuth) {
      first = reads.contacts(engine.withCredential(request -> request), Map.of("limit", 2));
    }
    new AddressChecks(report, VENDOR, url, HINT).judge(first);
    ClockCheck.judge(report, first);
    boolean works = !withoutAuth && judgeAccess(first);
    if (withoutAuth) {
      report.stopWithoutCredential("credential.accepted");
    }
    LimitCheck.judge(report, probe, "60 requests a minute and account");
    return report.diagnosis(VENDOR, Address.of(url).shown(), works, probe.requests());
  }

  /** Whether contacts can be read. */
  private boolean judgeAccess(Probed<PageAnswer<Object>> first) {
    String unusable = probe.stopped() == null ? setup.unusable() : probe.stopped();
    if (unusable != null) {
      report.stop(unusable);
    }
    if (report.isStopped()) {
      return false;
    }
    KoreCredentialChecks credential = new KoreCredentialChecks(report, setup, reads, engine, admin);
    boolean isAccepted = credential.judge(first);
    KoreScopeChecks scopes = new KoreScopeChecks(report, setup, reads);
    scopes.judgeAdmin(admin);
    if (!isAccepted) {
      return false;
    }
    Probed<PageAnswer<Object>> contacts = readable(first);
    scopes.judge(engine, contacts);
    judgeList(contacts, first);
    credential.judgeReuse(probe.refusals());
    return contacts.isSuccess();
  }

  /** Without paging parameters, if the server refuses them. */
  private Probed<PageAnswer<Object>> readable(Probed<PageAnswer<Object>> first) {
    ApiException refusal = first.refusal();
    return refusal != null && refusal.status() == INVALID_ARGUMENTS
        ? reads.contacts(engine, Map.of())
        : first;
  }

  private void judgeList(Probed<PageAnswer<Object>> contacts, Probed<PageAnswer<Object>> first) {
    if (!contacts.isSuccess()) {
      String why = "not tried: the contacts cannot be read";
      List.of(PagingChecks.STYLE, PagingChecks.SIZE, TimesCheck.NAME)
          .forEach(name -> report.unknown(name, why));
      return;
    }
    PagingChecks paging = new PagingChecks(report);
    if (!first.isSuccess()) {
      report.unknown(PagingChecks.STYLE, "the server refuses limit; the SDK then leaves it out");
      paging.size(contacts, USUAL_PAGE, null);
    } else {
      judgePages(paging, first);
    }
    TimesCheck.judge(report, contacts, null);
  }

  private void judgePages(PagingChecks paging, Probed<PageAnswer<Object>> first) {
    if (PagingChecks.canTell(first)) {
      paging.style(
          first,
          "skip",
          reads.contacts(engine, Map.of("skip", 1, "limit", 1)),
          reads.contacts(engine, Map.of("page", 2, "limit", 1)));
    } else {
      report.unknown(PagingChecks.STYLE, "not tried: that takes two contacts");
    }
    Probed<PageAnswer<Object>> large = reads.contacts(engine, Map.of("limit", LARGE_PAGE));
    ApiException refusal = large.refusal();
    if (refusal != null && refusal.status() == INVALID_ARGUMENTS) {
      Probed<PageAnswer<Object>> usual = reads.contacts(engine, Map.of("limit", USUAL_PAGE));
      paging.size(usual, USUAL_PAGE, LARGE_PAGE);
    } else {
      paging.size(large, LARGE_PAGE, null);
    }
  }

  @Override
  public String toString() {
    return "KoreDiagnosis";
  }
}

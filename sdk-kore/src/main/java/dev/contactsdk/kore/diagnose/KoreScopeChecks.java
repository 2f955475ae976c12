package dev.contactsdk.kore.diagnose;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.diagnose.ClockCheck;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.core.spi.diagnose.Report;
import dev.contactsdk.kore.internal.KoreApp;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the scopes one by one, and the account. A missing scope is a 401 with its own text. */
final class KoreScopeChecks {
  static final List<String> NAMES =
      List.of(
          "scope.configuration",
          "scope.analytics",
          "scope.campaigns",
          "scope.wfm",
          "scope.write",
          "admin.clientId",
          "admin.clientSecret",
          "admin.accepted",
          "scope.roles");

  private static final List<String> SCOPES_OF_APP =
      List.of("scope.configuration", "scope.analytics", "scope.campaigns", "scope.wfm");
  private static final String MAP_IT =
      " under App Settings > Dev Tools > API Scope, and publish the app.";

  private final Report report;
  private final KoreSetup setup;
  private final KoreReads reads;

  KoreScopeChecks(Report report, KoreSetup setup, KoreReads reads) {
    this.report = report;
    this.setup = setup;
    this.reads = reads;
  }

  void judge(ApiEngine engine, Probed<PageAnswer<Object>> contacts) {
    KoreApp app = KoreApp.of(setup.streamId(), setup.accountId());
    Probed<?> skills = reads.skillGroups(engine);
    Probed<?> lists = reads.contactList(engine, app);
    Probed<?> wfm = reads.wfmAgents(engine, app);
    report.unknown("scope.write", "not tried: the diagnosis only reads, and nothing else can tell");
    boolean denied = Stream.of(contacts, skills, lists, wfm).allMatch(KoreScopeChecks::isDenied);
    if (denied && reads.roles(engine).isSuccess()) {
      adminsApp();
      return;
    }
    scope(
        "scope.configuration",
        contacts,
        "contacts can be read",
        "Map the scope Configuration to the JWT app" + MAP_IT);
    scope(
        "scope.analytics",
        skills,
        "skill groups can be read",
        "For agents and skills, map the scope SmartAssist Analytics to the JWT app" + MAP_IT);
    judgeCampaigns(lists);
    scope(
        "scope.wfm",
        wfm,
        "the agents for workforce management can be read",
        "For agents().wfm(), map the scope WFM Integration to the JWT app" + MAP_IT);
    judgeAccount(contacts, skills);
  }

  private static boolean isDenied(Probed<?> read) {
    return read.refusal() instanceof ApiException.PermissionDenied;
  }

  /** Kore.ai returns roles only to an app of the Admin Console, which has no scope of an app. */
  private void adminsApp() {
    String mend =
        setup.isOwnAuth()
            ? "Let your own auth sign for the JWT app under App Settings > Dev Tools. The Admin"
                + " Console's app is for adminAuth(...)."
            : "Give credentials(...) the JWT app under App Settings > Dev Tools. The Admin"
                + " Console's app is for adminCredentials(...).";
    report.correct(
        "credential.clientId",
        "it reads roles and nothing else, so it is an app of the Admin Console",
        mend);
    SCOPES_OF_APP.forEach(
        scope -> report.unknown(scope, "not tried: the credentials are an Admin Console's"));
    report.unknown("ids.account", "nothing could be read with it");
  }

  /**
   * The list that is asked for does not exist. That Kore.ai itself says so proves the scope: the
   * missing scope is told first.
   */
  private void judgeCampaigns(Probed<?> lists) {
    if (lists.refusal() instanceof ApiException.NotFound refusal) {
      judgeUnknownList(refusal);
    } else {
      scope(
          "scope.campaigns",
          lists,
          "contact lists can be read",
          "For contact lists, map the scope Campaign Management to the JWT app" + MAP_IT);
    }
  }

  private void judgeUnknownList(ApiException refusal) {
    if (refusal.origin() == ErrorOrigin.VENDOR) {
      report.ok("scope.campaigns", "contact lists may be read; there is none of the id asked for");
    } else {
      report.unknown(
          "scope.campaigns",
          "HTTP 404 with a page that is not Kore.ai's",
          "For contact lists, check whether your installation has version 2 of the campaign API.");
    }
  }

  private void scope(String name, Probed<?> read, String works, String mend) {
    if (read.isSuccess()) {
      report.ok(name, works);
    } else if (isDenied(read)) {
      report.wrong(name, read.said(), mend);
    } else {
      report.unknown(name, read.said());
    }
  }

  private void judgeAccount(Probed<PageAnswer<Object>> contacts, Probed<?> skills) {
    ApiException refusal = contacts.refusal();
    if (refusal != null && KoreCredentialChecks.mentions(refusal, "account")) {
      wrongAccount(contacts.said());
    } else if (isOfAnotherAccount(contacts.body())) {
      wrongAccount("the contacts carry the id of another account");
    } else if (contacts.isSuccess() || skills.isSuccess()) {
      report.ok("ids.account", "Kore.ai accepts the account");
    } else {
      report.unknown("ids.account", "nothing could be read with it");
    }
  }

  private boolean isOfAnotherAccount(@Nullable PageAnswer<Object> contacts) {
    List<Object> accounts =
        contacts == null
            ? List.of()
            : contacts.items().stream()
                .filter(row -> row instanceof Map<?, ?> fields && fields.get("accountId") != null)
                .<Object>map(row -> String.valueOf(((Map<?, ?>) row).get("accountId")))
                .toList();
    return !accounts.isEmpty() && !accounts.contains(setup.accountId());
  }

  private void wrongAccount(String seen) {
    IdKind kind = IdKind.of(setup.accountId());
    report.wrong(
        "ids.account",
        seen,
        (kind == IdKind.ACCOUNT ? "" : "It looks like " + kind + ". ")
            + "Set accountId(...) to the account's id, 24 hexadecimal digits: contacts and agents"
            + " carry it as accountId.");
  }

  private static boolean isForTimes(ApiException refusal) {
    return KoreCredentialChecks.TIMES.matcher(String.valueOf(refusal.reason())).find();
  }

  void judgeAdmin(@Nullable ApiEngine admin) {
    if (admin == null) {
      report.unknown("admin.accepted", "not tried: only roles() needs adminCredentials");
      report.unknown("scope.roles", "not tried: only roles() needs adminCredentials");
      return;
    }
    Probed<?> roles = reads.roles(admin);
    if (roles.refusal() instanceof ApiException.Unauthorized refusal) {
      if (report.isWrong(ClockCheck.NAME) && isForTimes(refusal)) {
        report.unknown("admin.accepted", "refused for its times, because the clock is wrong");
      }
      if (setup.adminForm().blame(report, "admin", "adminCredentials", roles.said())) {
        report.unknown("admin.accepted", "refused, for the reason above");
      }
      report.wrong(
          "admin.accepted",
          roles.said(),
          "Take id and secret of a JWT app that was made in the Admin Console under Security &"
              + " Control > API Scopes > Manage Apps; an app's own JWT app does not do.");
      report.unknown("scope.roles", "not tried: the admin credentials are refused");
      return;
    }
    if (roles.isAnswered()) {
      report.ok("admin.accepted", "Kore.ai accepts the token");
    } else {
      report.unknown("admin.accepted", roles.said());
    }
    scope(
        "scope.roles",
        roles,
        "roles can be read",
        "Give the Admin Console's app the scope Profile Management > Role Management.");
  }
}

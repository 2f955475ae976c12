package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.LimitWords;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.RetryHint;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Router;
import dev.contactsdk.sandbox.engine.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kore.ai's operations, gate and error texts. */
public final class KoreServer implements Vendor {

  static final String BASE = "/agentassist/api/v1/public/{streamId}";

  private static final String LIMIT_TEXT =
      "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final KoreOptions options;
  private final KoreContacts contacts;
  private final KoreLookups lookups;
  private final KoreAgents agents;
  private final KoreContactLists contactLists;
  private final KoreGate gate;
  private final Router router;

  public KoreServer(KoreOptions options) {
    this.options = options;
    this.gate = new KoreGate(options);
    this.contacts = new KoreContacts(options);
    this.lookups = new KoreLookups(options);
    this.agents = new KoreAgents(options, lookups);
    this.contactLists = new KoreContactLists(options);
    List<Route> routes = new ArrayList<>(contacts.routes());
    routes.addAll(agents.routes());
    routes.addAll(new KoreReports(options, agents.table).routes());
    routes.addAll(lookups.routes());
    routes.addAll(contactLists.routes());
    this.router = new Router(routes);
  }

  public KoreOptions options() {
    return options;
  }

  public KoreContacts contacts() {
    return contacts;
  }

  public KoreLookups lookups() {
    return lookups;
  }

  public KoreAgents agents() {
    return agents;
  }

  public KoreContactLists contactLists() {
    return contactLists;
  }

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  @Override
  public Router router() {
    return router;
  }

  @Override
  public String basePath() {
    return BASE.replace("{streamId}", options.streamId);
  }

  @Override
  public void admit(Call call) {
    gate.admit(call);
  }

  @Override
  public Reply refusal(Refusal refusal) {
    if (!refusal.problems().isEmpty()) {
      return error(412, 412, "Validation errors/ Invalid arguments")
          .with("X-Sandbox-Problem", visible(refusal.text()));
    }
    if (refusal.code().equals(KoreContacts.DUPLICATE) && options.duplicateBody != null) {
      return Reply.of(refusal.status(), "application/json; charset=utf-8", options.duplicateBody);
    }
    boolean numbered = refusal.code().chars().allMatch(Character::isDigit);
    int code = numbered ? Integer.parseInt(refusal.code()) : refusal.status();
    return error(refusal.status(), code, refusal.text());
  }

  @Override
  public Reply limited(LimitWords answer, Duration wait) {
    Reply reply = error(options.limitStatus, options.limitStatus, LIMIT_TEXT);
    return RetryHint.add(reply, answer, wait, options.clock.instant());
  }

  private Reply error(int status, int code, String message) {
    return Reply.json(
        status, Map.of("errors", List.of(Map.of(options.errorKey, message, "code", code))));
  }

  private static String visible(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}

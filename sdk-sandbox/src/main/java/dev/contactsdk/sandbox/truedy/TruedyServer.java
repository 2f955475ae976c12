package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.LimitWords;
import dev.contactsdk.sandbox.engine.MalformedText;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Router;
import dev.contactsdk.sandbox.engine.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Truedy's operations, gate and error texts. */
public final class TruedyServer implements Vendor {

  public static final String BASE = "/api/public/v1";

  private final TruedyOptions options;
  private final TruedyContactTable contacts;
  private final TruedyFolders folders;
  private final TruedyAgents agents;
  private final TruedyAnswers answers;
  private final Router router;
  private IntFunction<@Nullable String> addresses = connection -> null;

  public TruedyServer(TruedyOptions options) {
    this.options = options;
    this.answers = new TruedyAnswers(options);
    this.contacts = new TruedyContactTable(options);
    this.folders = new TruedyFolders(options, answers, contacts);
    this.agents = new TruedyAgents(options, answers);
    TruedyImport imports = new TruedyImport(options, answers, contacts, folders);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new TruedyContacts(options, answers, contacts, folders).routes());
    routes.addAll(folders.routes());
    routes.addAll(imports.routes());
    routes.addAll(agents.routes());
    this.router = new Router(routes);
  }

  public TruedyOptions options() {
    return options;
  }

  public TruedyContactTable contacts() {
    return contacts;
  }

  public TruedyFolders folders() {
    return folders;
  }

  public TruedyAgents agents() {
    return agents;
  }

  /** A connection's remote address, by index. */
  public void lookUpAddresses(IntFunction<@Nullable String> lookup) {
    addresses = lookup;
  }

  @Override
  public Router router() {
    return router;
  }

  @Override
  public String basePath() {
    return BASE;
  }

  @Override
  public void admit(Call call) {
    if (!("Bearer " + options.apiKey).equals(call.request().header("Authorization"))) {
      throw Refusal.of(401, "unauthorized", "Invalid or missing API key");
    }
    Set<String> allowed = options.allowedAddresses;
    String address = addresses.apply(call.request().connection());
    if (!allowed.isEmpty() && (address == null || !allowed.contains(address))) {
      throw Refusal.of(403, "forbidden", "This key may not be used from this address");
    }
  }

  @Override
  public Reply refusal(Refusal refusal) {
    return answers.refusal(refusal);
  }

  @Override
  public Reply limited(LimitWords answer, Duration wait) {
    return answers.limited(answer, wait);
  }

  static Map<String, Object> body(Call call, List<Problem> problems, TruedyBody reader) {
    if (!call.request().hasContentType("application/json")) {
      throw Refusal.invalid("", "Input should be a valid dictionary", "model_attributes_type");
    }
    try {
      Fields fields = Fields.of(call.json(), "", problems).nullable();
      reader.read(fields);
      if (!problems.isEmpty()) {
        throw Refusal.invalid(problems);
      }
      return fields.taken();
    } catch (MalformedText e) {
      throw Refusal.of(400, "bad_request", String.valueOf(e.getMessage()));
    }
  }

  /** Reads the fields of one operation. */
  interface TruedyBody {
    void read(Fields fields);
  }
}

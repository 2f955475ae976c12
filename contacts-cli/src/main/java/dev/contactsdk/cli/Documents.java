package dev.contactsdk.cli;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.PlanSummary;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Verification;
import dev.contactsdk.transfer.run.RowState;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON documents that {@code --output json} prints. Their names do not change; new ones may
 * come. Without personal data.
 */
final class Documents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Documents() {}

  /** Prints a document as one line, its exit code last. */
  static void print(PrintWriter out, ObjectNode document, int exitCode) {
    out.println(JSON.writeValueAsString(document.put("exitCode", exitCode)));
    out.flush();
  }

  /** A document that says which command made it. */
  static ObjectNode of(String command) {
    return JSON.createObjectNode().put("command", command);
  }

  static ObjectNode failure(String command, String kind, String message) {
    ObjectNode document = of(command);
    document.putObject("error").put("kind", kind).put("message", message);
    return document;
  }

  static void add(ObjectNode document, Plan plan) {
    document
        .putObject("plan")
        .put("id", plan.id())
        .put("createdAt", plan.createdAt().toString())
        .put("target", plan.target())
        .put("account", plan.account())
        .set("capabilities", texts(plan.capabilities()));
    add(document, plan, plan.summary());
  }

  /** All plans of a journal, in short. */
  static void addAll(ObjectNode document, List<Plan> plans) {
    ArrayNode node = document.putArray("plans");
    for (Plan plan : plans) {
      ObjectNode states =
          node.addObject()
              .put("id", plan.id())
              .put("createdAt", plan.createdAt().toString())
              .put("source", plan.source())
              .put("target", plan.target())
              .put("account", plan.account())
              .putObject("states");
      counts(states, plan.result());
    }
  }

  private static void add(ObjectNode document, Plan plan, PlanSummary summary) {
    ObjectNode node = document.putObject("summary");
    node.put("source", summary.source())
        .put("rows", summary.rows())
        .put("creates", summary.creates())
        .put("updates", summary.updates());
    counts(node.putObject("skipped"), summary.skipped());
    counts(node.putObject("refused"), summary.refused());
    node.set("mapping", JSON.readTree(plan.mapping().toJson()));
    node.put("key", plan.key());
    texts(node.putArray("doubts"), summary.doubts());
    texts(node.putArray("losses"), summary.losses());
    texts(node.putArray("notices"), summary.notices());
    node.put("requests", summary.requests())
        .put("seconds", summary.time().toSeconds())
        .put("listingRequests", summary.listingRequests())
        .put("verifyRequests", summary.verifyRequests())
        .put("verifies", summary.verifies())
        .put("notComparable", summary.notComparable());
  }

  static void add(ObjectNode document, Result result) {
    ObjectNode node = document.putObject("result");
    node.put("ended", result.isEnded()).put("requests", result.requests());
    counts(node.putObject("states"), result);
    ObjectNode reasons = node.putObject("reasons");
    sorted(result.reasons())
        .forEach((state, counts) -> counts(reasons.putObject(state.name()), counts));
  }

  private static void counts(ObjectNode node, Result result) {
    sorted(result.states()).forEach((state, rows) -> node.put(state.name(), rows));
  }

  private static <T> Map<RowState, T> sorted(Map<RowState, T> states) {
    Map<RowState, T> sorted = new EnumMap<>(RowState.class);
    sorted.putAll(states);
    return sorted;
  }

  static void add(ObjectNode document, Verification verification) {
    ObjectNode node = document.putObject("verification");
    ArrayNode plans = node.putArray("plans");
    verification.plans().forEach(plans::add);
    node.put("clean", verification.isClean())
        .put("same", verification.same())
        .put("differs", verification.differs())
        .put("notComparable", verification.notComparable())
        .put("missing", verification.missing())
        .put("twice", verification.twice())
        .put("replaced", verification.replaced())
        .put("unknown", verification.unknown())
        .put("unreadable", verification.unreadable());
    counts(node.putObject("differsIn"), verification.differsIn());
    counts(node.putObject("notComparableIn"), verification.notComparableIn());
    ObjectNode rows = node.putObject("rows");
    verification
        .examples()
        .forEach((plan, some) -> some.forEach(rows.putArray(plan.toString())::add));
  }

  static void add(ObjectNode document, List<Diagnosis> diagnoses) {
    ArrayNode node = document.putArray("diagnoses");
    diagnoses.forEach(diagnosis -> node.add(JSON.readTree(diagnosis.toJson())));
  }

  private static void counts(ObjectNode node, Map<String, Long> counts) {
    counts.forEach(node::put);
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode node = JSON.createObjectNode();
    new TreeMap<>(texts).forEach(node::put);
    return node;
  }

  private static void texts(ArrayNode node, List<String> texts) {
    texts.forEach(node::add);
  }
}

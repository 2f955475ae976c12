package dev.contactsdk.core.drift;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The answers of one operation and status class. Thread-safe. */
final class Answers {
  static final String STATUS = "status:";
  static final String HEADER = "header:";
  static final String FAILURE = "failure:";
  static final String DUPLICATE = "says:duplicate";
  static final String EMPTY = "empty";
  static final String NOT_JSON = "not-json";

  private static final List<String> HEADERS =
      List.of(
          "Retry-After",
          "X-Request-ID",
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "Deprecation",
          "Sunset");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(16 * 1024 * 1024)
                  .build())
          .build();

  final Seen root;
  private final LongAdder count = new LongAdder();
  private final Map<String, LongAdder> facts = new ConcurrentHashMap<>();

  /** Kinds of failures by status. They are in {@link #facts} too, each alone. */
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

  Answers(Shape documented, boolean hideNewNames) {
    this.root = new Seen(documented, hideNewNames);
  }

  /** The names of a fact are the SDK's, a status, or one of the headers above. */
  void add(int status, Predicate<String> hasHeader, byte[] body) {
    count.increment();
    note(STATUS + (status >= 100 && status <= 599 ? status : "other"));
    HEADERS.stream().filter(hasHeader).forEach(name -> note(HEADER + name));
    if (body.length == 0) {
      note(EMPTY);
      return;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != null) {
        root.read(parser);
      }
    } catch (RuntimeException e) {
      note(NOT_JSON);
    }
  }

  void refused(String kind, int status) {
    note(FAILURE + kind);
    increment(refusals, FAILURE + kind + ":" + status);
  }

  void note(String fact) {
    increment(facts, fact);
  }

  private static void increment(Map<String, LongAdder> counts, String name) {
    counts.computeIfAbsent(name, n -> new LongAdder()).increment();
  }

  long count() {
    return count.sum();
  }

  Map<String, Long> facts() {
    Map<String, Long> sums = new TreeMap<>();
    facts.forEach((fact, number) -> sums.put(fact, number.sum()));
    return sums;
  }

  /** How often a place had one of these forms, or objects lacked it. */
  long count(String place, boolean absent, Set<Form> forms) {
    LongAdder fact = facts.containsKey(place) ? facts.get(place) : refusals.get(place);
    if (fact != null) {
      return fact.sum();
    }
    Seen seen = root.at(place.equals(Sign.ROOT) ? "" : place);
    long present = seen == null ? 0 : seen.count(forms);
    if (!absent) {
      return present;
    }
    Seen parent = root.at(Shape.parent(place));
    return parent == null ? 0 : Math.max(0, parent.count(Form.OBJECT) - present);
  }
}

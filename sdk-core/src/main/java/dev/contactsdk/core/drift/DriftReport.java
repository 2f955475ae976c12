package dev.contactsdk.core.drift;

import dev.contactsdk.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link DriftRecorder} saw: counts, property names, kinds and formats. It has no value of
 * an answer. {@link #toString()} is the text of {@link #text()}.
 *
 * @param operations the answers by operation and status class, with differences from the documents
 * @param resolutions which variant of each documented contradiction was seen
 * @param otherAnswers the number of answers that were not compared, because no page documents the
 *     operation
 */
public record DriftReport(
    List<Operation> operations, List<Resolution> resolutions, long otherAnswers) {
  /** How an answer differs from the documents. */
  public enum Kind {
    /** A property that no page has. {@code *} stands for names that may be data. */
    NEW,
    /** A documented property that was absent. */
    MISSING,
    /** Another kind of value, such as a number for a text. */
    OTHER_KIND,
    /** Another format of text, such as a time without a zone. */
    OTHER_FORMAT
  }

  /**
   * A difference.
   *
   * @param kind how it differs
   * @param place the property's path; {@code []} stands for the elements of an array
   * @param counts how often each form was seen, or how often the property was absent and present
   * @param documented what the documents have there
   */
  public record Difference(Kind kind, String place, Map<String, Long> counts, String documented) {
    static final String IN_SOME = "documented in some answers";

    boolean inSomeAnswers() {
      return documented.equals(IN_SOME);
    }
  }

  /**
   * A place that was seen.
   *
   * @param place the property's path
   * @param documented whether a page has it
   * @param forms how often each form was seen
   */
  public record Place(String place, boolean documented, Map<String, Long> forms) {}

  /**
   * The answers of an operation with one class of status.
   *
   * @param operation the operation's name
   * @param statusClass such as {@code 2xx}, {@code 422} or {@code 4xx}
   * @param answers their number
   * @param facts how often there was a status, a certain header, a kind of failure, a text that
   *     names a duplicate, no body, or a body that is not JSON
   * @param places all places that were seen
   * @param differences the differences from the documents
   */
  public record Operation(
      String operation,
      String statusClass,
      long answers,
      Map<String, Long> facts,
      List<Place> places,
      List<Difference> differences) {}

  /**
   * Which variant of a contradiction holds.
   *
   * @param id the contradiction's short name
   * @param about what the pages disagree about
   * @param variants the variants, each with the number of times it was seen
   * @param shownBy the operations whose answers show it, each with a class of statuses; an
   *     operation may end in {@code *}
   * @param answers the number of such answers; 0 when nobody called such an operation, or it was
   *     never answered with such a status
   */
  public record Resolution(
      String id, String about, Map<String, Long> variants, List<String> shownBy, long answers) {
    /**
     * The variant that was seen.
     *
     * @return its text; null when none or more than one was seen
     */
    public @Nullable String holds() {
      List<String> seen =
          variants.entrySet().stream()
              .filter(variant -> variant.getValue() > 0)
              .map(Map.Entry::getKey)
              .toList();
      return seen.size() == 1 ? seen.get(0) : null;
    }
  }

  /**
   * The report for people: the differences, and the contradictions.
   *
   * @return lines of text
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    long all = operations.stream().mapToLong(Operation::answers).sum();
    text.append("The shapes of ").append(all).append(" answers, without values.");
    text.append(" Not documented, so not compared: ").append(otherAnswers).append(".\n");
    operations.forEach(operation -> write(operation, text));
    text.append("\nWhat the documents leave open, and what was seen:\n");
    resolutions.forEach(resolution -> write(resolution, text));
    return text.toString();
  }

  private static void write(Operation operation, StringBuilder text) {
    text.append('\n').append(operation.operation).append(' ').append(operation.statusClass);
    text.append(": ").append(operation.answers).append(" answers, ");
    text.append(counts(operation.facts)).append('\n');
    if (operation.differences.isEmpty()) {
      text.append("  as documented\n");
    }
    operation.differences.stream()
        .filter(one -> !one.inSomeAnswers())
        .forEach(one -> write(one, text));
    String inSome =
        operation.differences.stream()
            .filter(Difference::inSomeAnswers)
            .map(Difference::place)
            .collect(Collectors.joining(", "));
    if (!inSome.isEmpty()) {
      text.append("  absent from all, and documented in some answers only: ");
      text.append(inSome).append('\n');
    }
  }

  private static void write(Difference one, StringBuilder text) {
    String kind = one.kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    text.append(String.format(Locale.ROOT, "  %-12s %-40s ", kind, one.place));
    text.append(counts(one.counts)).append(" (").append(one.documented).append(")\n");
  }

  private static void write(Resolution resolution, StringBuilder text) {
    text.append("  ").append(resolution.id).append(": ").append(resolution.about).append('\n');
    boolean none = resolution.variants.values().stream().allMatch(count -> count == 0);
    if (none) {
      text.append("      ").append(whyNone(resolution)).append('\n');
      return;
    }
    resolution.variants.forEach(
        (variant, count) ->
            text.append(String.format(Locale.ROOT, "  %s %6d  %s%n", mark(count), count, variant)));
  }

  private static String whyNone(Resolution resolution) {
    return resolution.answers == 0
        ? "not tried: no answer of " + String.join(", ", resolution.shownBy)
        : "not there: none of " + resolution.answers + " answers shows one of the variants";
  }

  private static String mark(long count) {
    return count > 0 ? "=>" : "  ";
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " x" + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * The report for programs: all places, differences and contradictions.
   *
   * @return JSON, with the names of this record's components
   */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("operations", operations.stream().map(DriftReport::json).toList());
    all.put("resolutions", resolutions);
    all.put("otherAnswers", otherAnswers);
    return new String(Json.write(all), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(Operation operation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("operation", operation.operation);
    one.put("statusClass", operation.statusClass);
    one.put("answers", operation.answers);
    one.put("facts", operation.facts);
    one.put("places", operation.places);
    one.put("differences", operation.differences.stream().map(DriftReport::json).toList());
    return one;
  }

  private static Map<String, Object> json(Difference difference) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", difference.kind.name());
    one.put("place", difference.place);
    one.put("counts", difference.counts);
    one.put("documented", difference.documented);
    return one;
  }

  @Override
  public String toString() {
    return text();
  }
}

package dev.contactsdk.core.drift;

import dev.contactsdk.core.drift.DriftReport.Difference;
import dev.contactsdk.core.drift.DriftReport.Kind;
import dev.contactsdk.core.drift.DriftReport.Operation;
import dev.contactsdk.core.drift.DriftReport.Place;
import dev.contactsdk.core.drift.DriftReport.Resolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was seen with what is documented. */
final class ReportMaker {
  private final List<Place> places = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  private ReportMaker() {}

  static DriftReport report(
      Map<String, Map<String, Answers>> answers, List<Contradiction> asked, long others) {
    List<Operation> operations = new ArrayList<>();
    new TreeMap<>(answers)
        .forEach(
            (operation, classes) ->
                new TreeMap<>(classes)
                    .forEach((status, seen) -> operations.add(operation(operation, status, seen))));
    return new DriftReport(
        operations, asked.stream().map(one -> resolve(one, answers)).toList(), others);
  }

  private static Operation operation(String name, String status, Answers answers) {
    ReportMaker maker = new ReportMaker();
    Long notJson = answers.facts().get(Answers.NOT_JSON);
    if (notJson != null) {
      maker.differ(
          Kind.OTHER_KIND, Sign.ROOT, Map.of(Answers.NOT_JSON, notJson), "documented: JSON");
    }
    maker.compare("", answers.root, status.equals("2xx"));
    return new Operation(
        name, status, answers.count(), answers.facts(), maker.places, maker.differences);
  }

  private void compare(String path, Seen seen, boolean complete) {
    Shape documented = seen.documented;
    Map<String, Long> forms = forms(seen);
    if (!forms.isEmpty()) {
      places.add(new Place(path.isEmpty() ? Sign.ROOT : path, documented != null, forms));
    }
    if (documented == null) {
      differ(Kind.NEW, path, forms, "not documented");
      return;
    }
    forms(path, seen, documented);
    new TreeMap<>(documented.members)
        .forEach((name, shape) -> member(Shape.path(path, name), name, seen, shape, complete));
    new TreeMap<>(seen.added())
        .forEach((name, one) -> compare(Shape.path(path, name), one, complete));
  }

  /** Of an error, only some documented properties are expected. */
  private void member(String path, String name, Seen parent, Shape shape, boolean complete) {
    Seen seen = parent.members().get(name);
    long objects = parent.count(Form.OBJECT);
    if (seen != null) {
      compare(path, seen, complete);
    }
    long count = seen == null ? 0 : seen.count();
    boolean expected = complete && !name.equals(Shape.ELEMENT);
    if (expected && count < objects && (count == 0 || !shape.optional)) {
      String documented = shape.optional ? Difference.IN_SOME : "documented in all answers";
      differ(Kind.MISSING, path, Map.of("absent", objects - count, "present", count), documented);
    }
  }

  private void forms(String path, Seen seen, Shape documented) {
    for (Form form : Form.values()) {
      if (seen.count(form) > 0 && !documented.allows(form)) {
        String wanted =
            documented.forms.stream().map(Form::label).collect(Collectors.joining(", "));
        differ(
            documented.allowsKind(form) ? Kind.OTHER_FORMAT : Kind.OTHER_KIND,
            path.isEmpty() ? Sign.ROOT : path,
            Map.of(form.label(), seen.count(form)),
            "documented: " + wanted);
      }
    }
  }

  private void differ(Kind kind, String path, Map<String, Long> counts, String documented) {
    differences.add(new Difference(kind, path, new TreeMap<>(counts), documented));
  }

  private static Map<String, Long> forms(Seen seen) {
    Map<String, Long> forms = new LinkedHashMap<>();
    for (Form form : Form.values()) {
      if (seen.count(form) > 0) {
        forms.put(form.label(), seen.count(form));
      }
    }
    return forms;
  }

  private static Resolution resolve(
      Contradiction asked, Map<String, Map<String, Answers>> answers) {
    Map<String, Long> variants = new LinkedHashMap<>();
    asked
        .variants()
        .forEach(
            variant ->
                variants.put(
                    variant.text(),
                    variant.signs().stream().mapToLong(sign -> count(sign, answers)).sum()));
    List<Sign> signs =
        asked.variants().stream().flatMap(variant -> variant.signs().stream()).toList();
    return new Resolution(
        asked.id(),
        asked.about(),
        Collections.unmodifiableMap(variants),
        signs.stream().map(sign -> sign.operation() + " " + sign.answers()).distinct().toList(),
        able(signs, answers));
  }

  /** The number of answers that could have shown one of the signs. */
  private static long able(List<Sign> signs, Map<String, Map<String, Answers>> answers) {
    return answers.entrySet().stream()
        .flatMap(
            operation ->
                operation.getValue().entrySet().stream()
                    .filter(
                        status ->
                            signs.stream()
                                .anyMatch(
                                    sign -> sign.isAbout(operation.getKey(), status.getKey()))))
        .mapToLong(status -> status.getValue().count())
        .sum();
  }

  private static long count(Sign sign, Map<String, Map<String, Answers>> answers) {
    return answers.entrySet().stream()
        .flatMap(
            operation ->
                operation.getValue().entrySet().stream()
                    .filter(status -> sign.isAbout(operation.getKey(), status.getKey())))
        .map(Map.Entry::getValue)
        .mapToLong(seen -> count(sign, seen))
        .sum();
  }

  private static long count(Sign sign, @Nullable Answers seen) {
    return seen == null ? 0 : seen.count(sign.place(), sign.absent(), sign.forms());
  }
}

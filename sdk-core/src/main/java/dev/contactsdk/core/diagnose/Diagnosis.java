package dev.contactsdk.core.diagnose;

import dev.contactsdk.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a set-up check found: whether address, credential, ids and rights are right, and how the
 * server pages. {@link #toString()} is a report for people, {@link #toJson()} one for programs.
 * Neither shows a credential or personal data.
 *
 * @param vendor the vendor, such as {@code Kore.ai}
 * @param address scheme, host and port; a text in brackets when there is none that can be shown
 * @param verdict {@link Verdict#WRONG} when any check is; {@link Verdict#OK} when none is and
 *     contacts could be read; otherwise {@link Verdict#UNKNOWN}
 * @param checks all checks, in the order of the report
 * @param requests the number of requests sent; all of them only read
 */
public record Diagnosis(
    String vendor, String address, Verdict verdict, List<Check> checks, int requests) {
  /**
   * Makes the list unmodifiable; null becomes empty.
   *
   * @param vendor the vendor
   * @param address scheme, host and port
   * @param verdict what all checks together found
   * @param checks all checks
   * @param requests the number of requests sent
   */
  public Diagnosis {
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /**
   * Returns a check.
   *
   * @param name its name, such as {@code clock}
   * @return the check; null when there is none of that name
   */
  public @Nullable Check check(String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Returns the checks with a verdict.
   *
   * @param wanted the verdict
   * @return the checks, in order; empty when there are none
   */
  public List<Check> checks(Verdict wanted) {
    return checks.stream().filter(check -> check.verdict() == wanted).toList();
  }

  /**
   * Prints the report for people: a summary, what is wrong and how to mend it, then all checks.
   *
   * @return several lines, the last one with a line end
   */
  public String text() {
    return new DiagnosisText(this).toString();
  }

  /**
   * Prints the report as JSON: {@code vendor}, {@code address}, {@code verdict}, {@code requests}
   * and {@code checks}, each with {@code name}, {@code verdict}, {@code seen} and, when there is
   * something to do, {@code mend}.
   *
   * @return one line
   */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("vendor", vendor);
    json.put("address", address);
    json.put("verdict", verdict.name());
    json.put("requests", requests);
    json.put("checks", checks.stream().map(Diagnosis::json).toList());
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(Check check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", check.name());
    json.put("verdict", check.verdict().name());
    json.put("seen", check.seen());
    if (check.mend() != null) {
      json.put("mend", check.mend());
    }
    return json;
  }

  /** The report of {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}

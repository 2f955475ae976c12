package dev.contactsdk.sandbox.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that the server refuses. Each vendor has its own envelope. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> details;
  private final transient List<Problem> problems;

  private Refusal(
      int status,
      String code,
      String message,
      Map<String, Object> details,
      List<Problem> problems) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
    this.problems = problems;
  }

  public static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, Map.of(), List.of());
  }

  public static Refusal of(int status, String code, String message, Map<String, Object> details) {
    return new Refusal(status, code, message, details, List.of());
  }

  /** The request does not match the schema. The vendor picks status and code. */
  public static Refusal invalid(List<Problem> problems) {
    String message =
        problems.stream()
            .map(p -> (p.field() + " " + p.message()).trim())
            .collect(Collectors.joining("; "));
    return new Refusal(0, "", message, Map.of(), List.copyOf(problems));
  }

  public static Refusal invalid(String field, String message, String type) {
    return invalid(List.of(new Problem(field, message, type)));
  }

  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  public List<Problem> problems() {
    return problems;
  }
}

package dev.contactsdk.sandbox.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a vendor.
 *
 * @param operation its name in the vendor's API list
 * @param method the HTTP method
 * @param template the path below the vendor's base, with {@code {name}} for variables
 * @param group what the vendor's gate requires, for example a scope
 * @param handler carries it out
 */
public record Route(
    String operation, String method, String template, String group, Handler handler) {

  /** Carries out one operation. The caller holds the state's lock. */
  public interface Handler {
    Reply handle(Call call);
  }

  public List<String> segments() {
    return segments(template);
  }

  public static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /** The number of fixed segments. The route with more of them wins. */
  public long literals() {
    return segments().stream().filter(s -> !isVariable(s)).count();
  }

  /** The values of the template's variables, or null if the decoded path does not match. */
  public @Nullable Map<String, String> match(List<String> path) {
    List<String> wanted = segments();
    if (wanted.size() != path.size()) {
      return null;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = wanted.get(i);
      if (isVariable(segment) && !path.get(i).isEmpty()) {
        variables.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return null;
      }
    }
    return variables;
  }

  /** Percent-decodes each segment separately, so an encoded slash does not split segments. */
  public static List<String> decoded(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : segments(path)) {
      segments.add(Percent.decode(segment));
    }
    return segments;
  }
}

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
 * @param template the path below the vendor's base, with {@code {name}} for what varies
 * @param group what the vendor's gate asks for, for example a scope
 * @param handler what carries it out
 */
public record Route(
    String operation, String method, String template, String group, Handler handler) {

  /** Carries one operation out; called with the state's lock held. */
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

  /** How many segments are fixed text: the route with more of them wins. */
  public long literals() {
    return segments().stream().filter(s -> !isVariable(s)).count();
  }

  /** The values of the template's variables, or null when the decoded path does not fit. */
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

  /** Percent-decodes each segment on its own, so that an encoded slash does not part segments. */
  public static List<String> decoded(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : segments(path)) {
      segments.add(Percent.decode(segment));
    }
    return segments;
  }
}

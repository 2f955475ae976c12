package dev.contactsdk.tests.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request as it arrived.
 *
 * @param connection the number of its connection, from 1
 * @param target as in the request line
 * @param headers by name in lower case
 */
public record Request(
    int connection, String method, String target, Map<String, String> headers, String body) {

  public String path() {
    String path = target.replaceFirst("^[a-z]+://[^/]*", "");
    return path.replaceFirst("\\?.*", "");
  }

  public boolean isWrite() {
    return !method.equals("GET");
  }

  /** The parameter of the query, or what to take where it is missing. */
  public String query(String name, String otherwise) {
    int mark = target.indexOf('?');
    for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts[0].equals(name) && parts.length == 2) {
        return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      }
    }
    return otherwise;
  }

  public int query(String name, int otherwise) {
    return Integer.parseInt(query(name, Integer.toString(otherwise)));
  }

  @SuppressWarnings("unchecked")
  public Map<String, Object> object() {
    return (Map<String, Object>) Json.read(body);
  }

  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> objects() {
    return (List<Map<String, Object>>) Json.read(body);
  }

  @Override
  public String toString() {
    return method + " " + target + " on connection " + connection;
  }
}

package dev.contactsdk.sandbox.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to one operation.
 *
 * @param request the request
 * @param route the operation
 * @param variables the values in the path
 */
public record Call(Received request, Route route, Map<String, String> variables) {

  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no variable " + name + " in " + route.template());
    }
    return value;
  }

  public Query query() {
    return new Query(request.query());
  }

  public @Nullable Object json() {
    return Json.read(request.body().toByteArray());
  }

  public Multipart form() {
    String type = request.header("Content-Type");
    return Multipart.parse(type == null ? "" : type, request.body());
  }
}

package dev.contactsdk.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through one operation.
 *
 * @param request the request
 * @param route the operation
 * @param variables the values in the path
 */
record Call(SandboxRequest request, Route route, Map<String, String> variables) {

  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no variable " + name + " in " + route.template());
    }
    return value;
  }

  Query query() {
    return new Query(request.query());
  }

  @Nullable Object json() {
    return Json.read(request.bytes().toByteArray());
  }

  Multipart form() {
    String type = request.header("Content-Type");
    return Multipart.parse(type == null ? "" : type, request.bytes());
  }
}

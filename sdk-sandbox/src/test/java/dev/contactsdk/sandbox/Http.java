package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plain HTTP client, and JSON as maps and lists. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  record Answer(int status, String body, HttpResponse<String> response) {

    @SuppressWarnings("unchecked")
    Map<String, Object> object() {
      return (Map<String, Object>) Json.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> array() {
      return (List<Map<String, Object>>) Json.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
      return (Map<String, Object>) object().get(name);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> array(String name) {
      return (List<Map<String, Object>>) object().get(name);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String error() {
      Map<String, Object> first = array("errors").get(0);
      return first.get("msg") + " " + first.get("code");
    }
  }

  static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body(), response);
  }

  static HttpRequest.Builder request(String method, String url, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofMinutes(1))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  static String multipart(Map<String, String> fields, String fileName, String file) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--b0\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return body.append("--b0\r\nContent-Disposition: form-data; name=\"")
        .append(fileName)
        .append("\"; filename=\"f.csv\"\r\nContent-Type: text/csv\r\n\r\n")
        .append(file)
        .append("\r\n--b0--\r\n")
        .toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

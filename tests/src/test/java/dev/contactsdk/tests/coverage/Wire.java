package dev.contactsdk.tests.coverage;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes the names of all that is sent, and returns the same answer each time. */
final class Wire implements Transport {
  private static final Pattern PART = Pattern.compile("form-data; name=\"([^\"]+)\"");

  private final Set<String> sent = new TreeSet<>();
  private byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);

  void answer(byte[] body) {
    answer = body;
  }

  /**
   * What calls send.
   *
   * @return names of headers, query parameters and parts of forms, and the paths of properties
   */
  Set<String> sentBy(List<ApiCall<?>> calls) {
    sent.clear();
    for (ApiCall<?> call : calls) {
      try {
        call.execute();
      } catch (SdkException e) {
        // The answer is not one of this operation.
      }
    }
    return Set.copyOf(sent);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    sent.addAll(request.headers().toMap().keySet());
    String query = URI.create(request.url()).getRawQuery();
    Stream.of(query == null ? new String[0] : query.split("&"))
        .forEach(parameter -> sent.add(parameter.replaceFirst("=.*", "")));
    if (request.body() != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      request.body().writeTo(bytes);
      noteBody(bytes.toByteArray());
    }
    return HttpResponse.of(
        200, Headers.empty().with("Content-Type", "application/json"), answer.clone());
  }

  private void noteBody(byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.startsWith("--")) {
      PART.matcher(text).results().forEach(part -> sent.add(part.group(1)));
    } else {
      sent.addAll(paths(Json.read(body)));
    }
  }

  /** The paths of all properties. Elements of arrays have no name in it. */
  static Set<String> paths(@Nullable Object json) {
    Set<String> paths = new TreeSet<>();
    collect("", json, paths);
    return paths;
  }

  private static void collect(String path, @Nullable Object json, Set<String> paths) {
    if (json instanceof List<?> list) {
      list.forEach(element -> collect(path, element, paths));
    }
    if (json instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            String member = path.isEmpty() ? String.valueOf(name) : path + "." + name;
            paths.add(member);
            collect(member, value, paths);
          });
    }
  }
}

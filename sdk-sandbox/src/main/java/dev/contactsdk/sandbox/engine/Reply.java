package dev.contactsdk.sandbox.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.ByteString;

/** A server's answer: status, headers in order, and body bytes. */
public record Reply(int status, List<Map.Entry<String, String>> headers, ByteString body) {

  public Reply {
    headers = List.copyOf(headers);
  }

  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, List.of(Map.entry("Content-Type", contentType)), ByteString.of(body));
  }

  public static Reply of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply json(int status, Object body) {
    return of(status, "application/json; charset=utf-8", Json.write(body));
  }

  public static Reply empty(int status) {
    return new Reply(status, List.of(), ByteString.EMPTY);
  }

  public Reply with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Reply(status, more, body);
  }

  public Reply with(List<Map.Entry<String, String>> added) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.addAll(added);
    return new Reply(status, more, body);
  }
}

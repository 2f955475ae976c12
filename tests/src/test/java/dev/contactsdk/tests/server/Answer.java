package dev.contactsdk.tests.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, ready to be written. */
public record Answer(int status, Map<String, String> headers, String body) {
  private static final String PAGE =
      "<html><head><title>Gateway</title></head><body><h1>nginx</h1></body></html>";

  public static Answer json(int status, Object value) {
    return of(status, "application/json", Json.write(value));
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain", text);
  }

  /** A page such as a gateway between the client and the vendor makes. */
  public static Answer page(int status) {
    return of(status, "text/html", PAGE);
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }

  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /** The whole message, head and body. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Answer\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] end = body.getBytes(StandardCharsets.UTF_8);
    head.append("Content-Length: ").append(end.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + end.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(end, 0, all, start.length, end.length);
    return all;
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}

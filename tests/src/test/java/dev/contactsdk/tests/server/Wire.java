package dev.contactsdk.tests.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads requests of HTTP/1.1 off a connection. */
final class Wire {
  private final InputStream in;

  Wire(InputStream in) {
    this.in = in;
  }

  /** The next request; null when the client has closed in between. */
  Request read(int connection) throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    String[] parts = first.split(" ", 3);
    if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
      throw new IOException("not a request line");
    }
    Map<String, String> headers = headers();
    return new Request(connection, parts[0], parts[1], headers, new String(body(headers), UTF_8));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks();
    }
    return bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(String.valueOf(line()), 16);
      all.writeBytes(bytes(length));
      line();
      if (length == 0) {
        return all.toByteArray();
      }
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the client closed within a request");
    }
    return bytes;
  }

  /** A line without its end; null at the end of the stream. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}

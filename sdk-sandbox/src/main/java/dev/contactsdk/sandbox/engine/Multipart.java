package dev.contactsdk.sandbox.engine;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code multipart/form-data} body by name. */
public final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"");

  private final Map<String, ByteString> parts = new HashMap<>();

  private Multipart() {}

  public static Multipart parse(String contentType, ByteString body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new MalformedText("multipart without a boundary");
    }
    String delimiter = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    Multipart form = new Multipart();
    try (MultipartReader reader = new MultipartReader(new Buffer().write(body), delimiter)) {
      form.readAll(reader);
    } catch (IOException e) {
      throw new MalformedText("malformed multipart body");
    }
    return form;
  }

  private void readAll(MultipartReader reader) throws IOException {
    for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
      parts.put(name(part.headers()), part.body().readByteString());
    }
  }

  private static String name(Headers headers) {
    String disposition = headers.get("Content-Disposition");
    Matcher name = NAME.matcher(disposition == null ? "" : disposition);
    if (!name.find()) {
      throw new MalformedText("multipart part without a name");
    }
    return name.group(1);
  }

  public byte @Nullable [] bytes(String name) {
    ByteString part = parts.get(name);
    return part == null ? null : part.toByteArray();
  }

  public @Nullable String text(String name) {
    ByteString part = parts.get(name);
    return part == null ? null : part.utf8();
  }
}

package dev.contactsdk.core.http;

import dev.contactsdk.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body of text fields and one streamed file. Immutable, unless the
 * file comes from a stream.
 */
public final class MultipartBody implements RequestBody {
  private final String boundary = "sdk-" + UUID.randomUUID();
  private final byte[] head;
  private final byte[] tail = utf8("\r\n--" + boundary + "--\r\n");
  private final UploadSource file;

  private MultipartBody(
      List<String[]> fields, String fileField, String fileContentType, UploadSource file) {
    StringBuilder text = new StringBuilder();
    for (String[] field : fields) {
      open(text, field[0]).append("\r\n\r\n").append(field[1]).append("\r\n");
    }
    open(text, fileField)
        .append("; filename=\"")
        .append(quoted(file.fileName()))
        .append("\"\r\nContent-Type: ")
        .append(fileContentType)
        .append("\r\n\r\n");
    this.head = utf8(text.toString());
    this.file = file;
  }

  /**
   * Starts a body.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private StringBuilder open(StringBuilder text, String name) {
    return text.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(quoted(name))
        .append('"');
  }

  /**
   * Percent-encodes the three characters that would end the header or the quotes, as browsers do.
   */
  private static String quoted(String value) {
    return value.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  @Override
  public long contentLength() {
    long length = file.length();
    return length < 0 ? -1 : head.length + length + tail.length;
  }

  @Override
  public boolean repeatable() {
    return file.repeatable();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(head);
    file.writeTo(out);
    out.write(tail);
  }

  @Override
  public String toString() {
    return "multipart/form-data";
  }

  /** Builds the body. */
  public static final class Builder {
    private final List<String[]> fields = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a text field.
     *
     * @param name the part's name
     * @param value its text
     * @return this builder
     */
    public Builder field(String name, String value) {
      fields.add(new String[] {given("name", name), given("value of " + name, value)});
      return this;
    }

    private static <T> T given(String what, @Nullable T value) {
      return InvalidRequestException.refuseNull("multipart body", "the " + what, value);
    }

    /**
     * Adds the file and builds the body.
     *
     * @param name the part's name
     * @param contentType the file's media type
     * @param source the file
     * @return the body
     */
    public MultipartBody file(String name, String contentType, UploadSource source) {
      return new MultipartBody(
          fields,
          given("file's name", name),
          given("file's content type", contentType),
          given("file", source));
    }
  }
}

package dev.contactsdk.core.http;

import dev.contactsdk.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A file to upload. It is streamed and never held in memory. */
public abstract class UploadSource {
  private final String fileName;

  private UploadSource(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Creates a source from a file on disk. Each attempt reads it again. If its length changes while
   * it is sent, the call fails, with an unknown outcome.
   *
   * @param path the file; its name is sent too
   * @return the source
   * @throws InvalidRequestException when there is no readable file
   */
  public static UploadSource of(Path path) {
    return new OfPath(nameOf(path), path, 0);
  }

  /**
   * Creates a source from a CSV file in UTF-8. A byte order mark is left out. Each attempt reads
   * the file again. If its length changes while it is sent, the call fails, with an unknown
   * outcome.
   *
   * @param path the file; its name is sent too
   * @return the source
   * @throws InvalidRequestException when there is no readable file, or it is empty or in UTF-16
   */
  public static UploadSource csv(Path path) {
    return new OfPath(nameOf(path), path, bomLength(path));
  }

  private static String nameOf(Path path) {
    Path name = given("path", path).getFileName();
    if (name == null || !Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new InvalidRequestException("upload", "there is no readable file at " + path);
    }
    return name.toString();
  }

  private static int bomLength(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return CsvStart.bomLength("upload", in.readNBytes(CsvStart.BYTES));
    } catch (IOException e) {
      throw new InvalidRequestException("upload", "there is no readable file at " + path);
    }
  }

  /**
   * Creates a source from a stream. It can be sent only once: no retry follows once a byte was
   * read.
   *
   * @param stream the bytes; the caller closes it
   * @param fileName the file name to send
   * @return the source
   * @throws InvalidRequestException when one of them is null
   */
  public static UploadSource of(InputStream stream, String fileName) {
    return new OfStream(given("file name", fileName), given("stream", stream));
  }

  private static <T> T given(String what, @Nullable T value) {
    return InvalidRequestException.refuseNull("upload", "the " + what, value);
  }

  String fileName() {
    return fileName;
  }

  abstract long length();

  abstract boolean repeatable();

  abstract void writeTo(OutputStream out) throws IOException;

  private static final class OfPath extends UploadSource {
    private final Path path;
    private final int skipped;

    OfPath(String fileName, Path path, int skipped) {
      super(fileName);
      this.path = path;
      this.skipped = skipped;
    }

    @Override
    long length() {
      try {
        return Math.max(0, Files.size(path) - skipped);
      } catch (IOException e) {
        throw new InvalidRequestException(
            "upload", "the file at " + path + " can no longer be read");
      }
    }

    @Override
    boolean repeatable() {
      return true;
    }

    @Override
    void writeTo(OutputStream out) throws IOException {
      try (InputStream in = Files.newInputStream(path)) {
        in.skipNBytes(skipped);
        in.transferTo(out);
      }
    }
  }

  private static final class OfStream extends UploadSource {
    private static final String READ_BEFORE =
        "the stream to upload was read before: upload from a path, or open a new stream per call";

    private final AtomicReference<@Nullable InputStream> stream;

    OfStream(String fileName, InputStream stream) {
      super(fileName);
      this.stream = new AtomicReference<>(stream);
    }

    @Override
    long length() {
      if (stream.get() == null) {
        throw new InvalidRequestException("upload", READ_BEFORE);
      }
      return -1;
    }

    @Override
    boolean repeatable() {
      return stream.get() != null;
    }

    @Override
    void writeTo(OutputStream out) throws IOException {
      InputStream in = stream.getAndSet(null);
      if (in == null) {
        throw new IOException(READ_BEFORE);
      }
      in.transferTo(out);
    }
  }
}

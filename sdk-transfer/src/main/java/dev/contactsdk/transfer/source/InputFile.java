package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file that a source reads. Says in words why one cannot be read. */
final class InputFile {
  private final Path path;

  InputFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** The last part of the path. */
  String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Opens the file, or says why it cannot be read. */
  InputStream open() {
    refuseUnreadable();
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** A plan reads its input from the start, and a run compares the file with the plan. */
  void refuseUnreadable() {
    if (isStream()) {
      throw refused("is a stream, which cannot be read twice: save the data to a file first");
    }
    if (!Files.exists(path)) {
      throw refused("does not exist: check the path " + path);
    }
    if (Files.isDirectory(path)) {
      throw refused("is a directory: give one of its files");
    }
    if (!Files.isRegularFile(path)) {
      throw refused("is a device or a pipe, which cannot be read twice: save the data to a file");
    }
    if (!Files.isReadable(path)) {
      throw notAllowed(null);
    }
  }

  /** {@code /dev/stdin} may lead to a file, but to another one when a run opens it again. */
  private boolean isStream() {
    String text = path.toString();
    return text.equals("-") || text.startsWith("/dev/") || text.startsWith("/proc/self/fd/");
  }

  /** The file is wrong. */
  TransferException refused(String problem) {
    return refused(problem, null);
  }

  TransferException refused(String problem, @Nullable Throwable cause) {
    return new TransferException(Kind.INPUT, name() + " " + problem, cause);
  }

  /**
   * Reading broke off. The cause's own message may name what is in the file, so it stays behind.
   */
  TransferException failure(IOException e) {
    if (e instanceof NoSuchFileException) {
      return refused("is gone: it was moved or deleted while it was read", e);
    }
    if (e instanceof AccessDeniedException) {
      return notAllowed(e);
    }
    if (e instanceof CharacterCodingException || e instanceof ZipException) {
      return refused("is damaged: save or download it again", e);
    }
    return refused("cannot be read (" + e.getClass().getSimpleName() + "): try a copy", e);
  }

  private TransferException notAllowed(@Nullable Throwable cause) {
    return refused("may not be read by this user: change its permissions, or copy it", cause);
  }
}

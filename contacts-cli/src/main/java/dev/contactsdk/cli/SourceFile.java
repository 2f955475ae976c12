package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.JsonLinesSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.source.XlsxSource;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses how a file is read, by the end of its name. */
final class SourceFile {
  private static final Map<String, Opener> OPENERS = new LinkedHashMap<>();

  static {
    OPENERS.put("csv", (file, region) -> CsvSource.of(file).region(region));
    OPENERS.put("tsv", (file, region) -> CsvSource.of(file).region(region));
    OPENERS.put("txt", (file, region) -> CsvSource.of(file).region(region));
    OPENERS.put("xlsx", (file, region) -> XlsxSource.of(file).region(region));
    OPENERS.put("jsonl", (file, region) -> JsonLinesSource.of(file).region(region));
    OPENERS.put("ndjson", (file, region) -> JsonLinesSource.of(file).region(region));
  }

  private interface Opener {
    Source open(Path file, @Nullable String region);
  }

  private SourceFile() {}

  static Source of(Path file, @Nullable String region) {
    Opener opener = OPENERS.get(ending(file));
    if (opener == null && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      // A directory, a stream such as /dev/stdin, or nothing: to open it as text says which.
      return CsvSource.of(file).region(region);
    }
    if (opener == null) {
      throw new TransferException(
          Kind.INPUT,
          file
              + " ends in none of ."
              + String.join(", .", OPENERS.keySet())
              + ": save it as one of them, or rename it");
    }
    return opener.open(file, region);
  }

  private static String ending(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

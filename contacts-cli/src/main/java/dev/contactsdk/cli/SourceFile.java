package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.JsonLinesSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.source.XlsxSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses how a file is read, by the end of its name. */
final class SourceFile {
  private static final Map<String, Opener> OPENERS = new LinkedHashMap<>();

  static {
    OPENERS.put("csv", SourceFile::csv);
    OPENERS.put("tsv", SourceFile::csv);
    OPENERS.put("txt", SourceFile::csv);
    OPENERS.put("xlsx", SourceFile::xlsx);
    OPENERS.put("jsonl", SourceFile::jsonLines);
    OPENERS.put("ndjson", SourceFile::jsonLines);
  }

  private interface Opener {
    Source open(Path file, @Nullable String region);
  }

  private SourceFile() {}

  static Source of(Path file, @Nullable String region) {
    Opener opener = OPENERS.get(ending(file));
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

  private static Source csv(Path file, @Nullable String region) {
    CsvSource source = CsvSource.of(file);
    return region == null ? source : source.region(region);
  }

  private static Source xlsx(Path file, @Nullable String region) {
    XlsxSource source = XlsxSource.of(file);
    return region == null ? source : source.region(region);
  }

  private static Source jsonLines(Path file, @Nullable String region) {
    JsonLinesSource source = JsonLinesSource.of(file);
    return region == null ? source : source.region(region);
  }
}

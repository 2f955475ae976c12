package dev.contactsdk.cli;

import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Suggestion;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Target;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which column is which field, where it is not left to be found. */
@Command
final class MappingOptions {
  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Takes the mapping from a JSON file that --save-mapping wrote.")
  private @Nullable Path mapping;

  @Option(
      names = "--save-mapping",
      paramLabel = "FILE",
      description =
          "Writes the mapping as JSON, to edit and to give with --mapping; also when the plan is"
              + " refused.")
  private @Nullable Path saved;

  @Option(
      names = "--column",
      paramLabel = "COLUMN=FIELD",
      description = "Says which field a column is, such as \"Mobile No=phone\". Repeatable.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "Gives all rows a value, such as salutation=Ms. Repeatable.")
  private Map<String, String> constants = new LinkedHashMap<>();

  @Option(
      names = "--default",
      paramLabel = "FIELD=VALUE",
      description = "Gives a value to rows that have none, such as salutation=Ms. Repeatable.")
  private Map<String, String> defaults = new LinkedHashMap<>();

  /** The mapping as the options say; null to have it found. */
  @Nullable Mapping choose(Source source, Target target, OutputOptions output) {
    boolean changed = !(columns.isEmpty() && constants.isEmpty() && defaults.isEmpty());
    Mapping given = mapping == null ? null : read(mapping);
    if (!changed && saved == null) {
      return given;
    }
    Suggestion base =
        given == null ? Mapping.suggest(source, target) : new Suggestion(given, List.of());
    Mapping chosen = change(base.mapping());
    if (changed) {
      base.doubts().forEach(output::warn);
    }
    if (saved != null) {
      save(saved, chosen);
    }
    return changed ? chosen : given;
  }

  private Mapping change(Mapping base) {
    Mapping.Builder builder = base.toBuilder();
    columns.forEach(builder::column);
    constants.forEach(builder::constant);
    defaults.forEach(builder::defaultValue);
    return builder.build();
  }

  private static Mapping read(Path file) {
    try {
      return Mapping.fromJson(Files.readString(file));
    } catch (IOException e) {
      throw new TransferException(
          Kind.INPUT,
          file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): --mapping wants a file that --save-mapping wrote",
          e);
    } catch (TransferException e) {
      throw new TransferException(Kind.INPUT, file + ": " + e.getMessage(), e);
    }
  }

  private static void save(Path file, Mapping mapping) {
    try {
      Files.writeString(file, mapping.toJson() + "\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new TransferException(
          Kind.INPUT,
          file + " is there already, perhaps with your changes: choose another name, or delete it",
          e);
    } catch (IOException e) {
      throw new TransferException(
          Kind.INPUT,
          file + " cannot be written (" + e.getClass().getSimpleName() + "): check its folder",
          e);
    }
  }
}

package dev.contactsdk.cli;

import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
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
              + " refused, if there is one.")
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

  /** The transfer with the mapping that the options say. */
  Transfer apply(Transfer transfer) {
    return transfer.mapping(mapping == null ? null : read(mapping)).adjustMapping(this::adjust);
  }

  private Mapping adjust(Mapping base) {
    Mapping chosen = change(base);
    if (saved != null) {
      save(saved, chosen);
    }
    return chosen;
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

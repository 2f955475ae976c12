package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** The journal that a command works with. */
@Command
final class JournalParameter {
  @Parameters(index = "0", paramLabel = "JOURNAL", description = "The file of `contacts plan`.")
  private Path file;

  Journal open() {
    return Journals.open(file);
  }

  ObjectNode document(String command) {
    return Documents.of(command).put("journal", file.toString());
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a journal that is there. */
final class Journals {
  private Journals() {}

  /** A mistyped name must not become an empty journal. */
  static Journal open(Path file) {
    if (!Files.exists(file)) {
      throw new TransferException(
          Kind.INPUT,
          file
              + " does not exist: check the name, or make a plan first (contacts plan people.csv"
              + " --to kore --journal "
              + file
              + ")");
    }
    return Journal.open(file);
  }
}

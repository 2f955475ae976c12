package dev.contactsdk.examples;

import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Moves contacts from places that the SDK does not know: objects, and a format of its own. */
public final class MoveFromOwnSource implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new MoveFromOwnSource(), args);
  }

  @Override
  public String title() {
    return "Truedy: move contacts from an own source";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  /** A person of this application. */
  record Person(String name, String mobile) {}

  @Override
  public void run(Services services) throws IOException {
    List<Person> people =
        List.of(new Person("Asha", "+919876500001"), new Person("Ravi", "+919876500002"));
    Source objects =
        ObjectSource.of("our people", people)
            .column("phone", Person::mobile)
            .column("firstName", Person::name);
    move(objects);
    move(new Pipes("+919876500003|Meera\n+919876500004|Arjun"));
  }

  private static void move(Source source) throws IOException {
    Path directory = Files.createTempDirectory("contacts");
    Path file = directory.resolve("own.contacts");
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy = sandbox.client();
        Journal journal = Journal.open(file)) {
      TruedyTarget target = TruedyTarget.of(truedy);
      System.out.println(Transfer.from(source).to(target).plan(journal));
      System.out.println(journal.run(target, progress -> {}));
    } finally {
      Files.delete(file);
      Files.delete(directory);
    }
  }

  /** A format of this application: a line for each person, number and name between pipes. */
  record Pipes(String text) implements Source {
    @Override
    public String description() {
      return "our format";
    }

    @Override
    public Rows open() {
      Iterator<String> lines = text.lines().iterator();
      return new Rows() {
        private long number;

        @Override
        public List<String> columns() {
          return List.of("phone", "firstName");
        }

        @Override
        public boolean hasNext() {
          return lines.hasNext();
        }

        @Override
        public SourceRow next() {
          return SourceRow.of(++number, List.of(lines.next().split("\\|", -1)));
        }

        @Override
        public void close() {
          // There is nothing to close.
        }
      };
    }
  }
}

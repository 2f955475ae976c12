package dev.contactsdk.examples;

import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.folders.TruedyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Creates a contact and imports many from a CSV file, in a new folder. */
public final class ImportContacts implements Example {
  private static final int ROWS = 250;

  public static void main(String... args) throws Exception {
    Services.runAlone(new ImportContacts(), args);
  }

  @Override
  public String title() {
    return "Truedy: create a contact and import a CSV file";
  }

  @Override
  public void run(Services services) throws IOException {
    try (TruedyClient truedy = services.truedy()) {
      System.out.println(
          "there are " + truedy.folders().list().pageSize(1).execute().total() + " folders");
      if (!services.mayWriteToTruedy(
          "create a folder, a contact and "
              + ROWS
              + " imported ones, then delete the folder"
              + " with all its contacts")) {
        return;
      }
      TruedyFolder folder = truedy.folders().create("Contact SDK tour").execute();
      String folderId = Objects.requireNonNull(folder.id());
      TruedyContact jane =
          truedy
              .contacts()
              .create(
                  NewTruedyContact.builder("+12025550146")
                      .firstName("Jane")
                      .customField("account_type", "premium")
                      .folder(folderId)
                      .build())
              .execute();
      System.out.println(
          "created " + jane.displayName() + ", custom fields " + jane.customFields());

      Path csv = csvFile();
      try {
        ImportResult result = truedy.contacts().importCsv(csv).folder(folderId).execute();
        System.out.printf("imported %d, skipped %d%n", result.imported(), result.skipped());
        result.errors().forEach(e -> System.out.println("row " + e.row() + ": " + e.reason()));
      } finally {
        Files.delete(csv);
      }

      long inFolder = truedy.contacts().list().folder(folderId).stream().count();
      System.out.println("the folder has " + inFolder + " contacts");
      var gone = truedy.folders().deleteWithContacts(folderId).execute();
      System.out.println(
          "deleted the folder and its contacts"
              + (gone.alreadyGone() ? " (it was already gone)" : ""));
    }
  }

  private static Path csvFile() throws IOException {
    StringBuilder csv = new StringBuilder("phone,name,email,city\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(
          "+1303555%04d,Test Person %d,person%d@example.com,Springfield\n".formatted(i, i, i));
    }
    csv.append("12345,Wrong Number,,Springfield\n");
    return Files.writeString(Files.createTempFile("contacts", ".csv"), csv);
  }
}

package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "List contacts". */
@ExtendWith(SandboxExtension.class)
class ListPageTest {
  @Test
  void items(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(3);
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> items(kore)).lines()).hasSize(3);
    }
  }

  private static void items(KoreClient kore) {
    // docs/list.md: begin
    for (KoreContact contact : kore.contacts().list().items()) {
      System.out.println(contact.id() + " " + contact.fullName());
    }
    // docs/list.md: end
  }

  @Test
  void pages(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(120);
    try (KoreClient kore = sandbox.client()) {
      String expected = DocsPage.of("list.md").blocks("text").get(0);
      assertThat(Output.of(() -> pages(kore))).isEqualTo(expected);
    }
  }

  private static void pages(KoreClient kore) {
    // docs/list.md: begin
    for (Page<KoreContact> page : kore.contacts().list().pageSize(50).pages()) {
      System.out.println(page.items().size() + " of " + page.total());
    }
    // docs/list.md: end
  }

  @Test
  void filters(TruedySandbox sandbox) throws Exception {
    String folder = sandbox.addFolder("Customers");
    sandbox.seedContacts(250, folder);
    sandbox.seedContacts(3);
    try (TruedyClient truedy = sandbox.client()) {
      assertThat(Output.of(() -> filters(truedy, folder))).isEqualTo("250\n");
    }
  }

  private static void filters(TruedyClient truedy, String folderId) {
    // docs/list.md: begin
    List<TruedyContact> customers =
        truedy.contacts().list().folder(folderId).prefetch(4).stream().toList();
    System.out.println(customers.size());
    // docs/list.md: end
  }

  @Test
  void resumes(KoreSandbox sandbox) {
    sandbox.seedContacts(120);
    try (KoreClient kore = sandbox.client()) {
      List<KoreContact> seen = new ArrayList<>();
      Bookmark bookmark = new Bookmark();
      resume(kore, seen, bookmark);
      assertThat(seen).hasSize(120);
      assertThat(bookmark.saved).hasSize(2);
      seen.clear();
      bookmark.saved.remove(1);
      resume(kore, seen, bookmark);
      assertThat(seen).hasSize(70);
    }
  }

  /** The application's store for a text. */
  private static final class Bookmark {
    private final List<String> saved = new ArrayList<>();

    boolean exists() {
      return !saved.isEmpty();
    }

    String load() {
      return saved.get(saved.size() - 1);
    }

    void save(String text) {
      saved.add(text);
    }
  }

  private static void resume(KoreClient kore, List<KoreContact> seen, Bookmark bookmark) {
    // docs/list.md: begin
    var list = kore.contacts().list().pageSize(50);
    if (bookmark.exists()) { // your own store: a file, a column
      list = list.from(PageCursor.parse(bookmark.load()));
    }
    for (Page<KoreContact> page : list.pages()) {
      seen.addAll(page.items());
      if (page.next() != null) {
        bookmark.save(page.next().toString()); // plain text, no secret
      }
    }
    // docs/list.md: end
  }

  @Test
  void incomplete(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> incomplete(kore))).isEqualTo("0 contacts\n");
      sandbox
          .fail()
          .always()
          .with(
              Fault.respondWith(
                  "{\"results\":[],\"total\":5,\"hasMore\":true}", "application/json"));
      assertThat(Output.of(() -> incomplete(kore))).startsWith("list again: ");
    }
  }

  private static void incomplete(KoreClient kore) {
    // docs/list.md: begin
    try {
      List<KoreContact> all = kore.contacts().list().stream().toList();
      System.out.println(all.size() + " contacts");
    } catch (IncompleteListException e) { // rows were lost, or the list changed meanwhile
      System.out.println("list again: " + e.getMessage());
    }
    // docs/list.md: end
  }
}

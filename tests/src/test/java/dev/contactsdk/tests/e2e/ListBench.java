package dev.contactsdk.tests.e2e;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.folders.TruedyFolder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** One list on a sandbox of its own. */
final class ListBench implements AutoCloseable {
  /** A list of a vendor's, and how a test changes what is in it. */
  enum Rows {
    KORE_CONTACTS,
    KORE_AGENTS,
    TRUEDY_CONTACTS,
    TRUEDY_FOLDERS
  }

  /** What changes between two pages. */
  enum Change {
    INSERTED,
    DELETED,
    BOTH,
    TOUCHED
  }

  /** A client and its list, by the page size. */
  record AutoCloseableClient(Runnable end, Function<Integer, ListCall<?, ?>> list)
      implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  final Sandbox sandbox;
  private final Rows rows;
  private final Runnable closeClient;
  private final Function<Integer, ListCall<?, ?>> list;
  private final Supplier<AutoCloseableClient> another;
  private final Function<Object, String> id;
  private int made;

  ListBench(Rows rows, Paging paging) {
    this.rows = rows;
    if (rows == Rows.KORE_CONTACTS || rows == Rows.KORE_AGENTS) {
      KoreSandbox kore = KoreSandbox.builder().paging(paging).clock(new VirtualClock()).start();
      sandbox = kore;
      another = () -> koreClient(kore, rows == Rows.KORE_CONTACTS);
      id = row -> row instanceof KoreContact contact ? contact.id() : ((KoreAgent) row).id();
    } else {
      TruedySandbox truedy =
          TruedySandbox.builder().paging(paging).clock(new VirtualClock()).start();
      sandbox = truedy;
      another = () -> truedyClient(truedy, rows == Rows.TRUEDY_CONTACTS);
      id = row -> row instanceof TruedyContact contact ? contact.id() : ((TruedyFolder) row).id();
    }
    AutoCloseableClient client = another.get();
    closeClient = client::close;
    list = client.list();
  }

  private static AutoCloseableClient koreClient(KoreSandbox sandbox, boolean contacts) {
    KoreClient client = sandbox.client();
    return new AutoCloseableClient(
        client::close,
        limit ->
            contacts
                ? client.contacts().list().pageSize(limit)
                : client.agents().list(sandbox.orgId()).pageSize(limit));
  }

  private static AutoCloseableClient truedyClient(TruedySandbox sandbox, boolean contacts) {
    TruedyClient client = sandbox.client();
    return new AutoCloseableClient(
        client::close,
        limit ->
            contacts
                ? client.contacts().list().pageSize(limit)
                : client.folders().list().pageSize(limit));
  }

  AutoCloseableClient anotherClient() {
    return another.get();
  }

  void add(int count) {
    for (int i = 0; i < count; i++) {
      int n = made++;
      String number = String.format("+1202555%04d", n);
      switch (rows) {
        case KORE_CONTACTS ->
            ((KoreSandbox) sandbox)
                .addContact(
                    Map.of(
                        "firstName",
                        "F" + n,
                        "lastName",
                        "L",
                        "cellPhone",
                        Map.of("phoneNumber", number, "countryCode", "+1", "extension", "+")));
        case KORE_AGENTS ->
            ((KoreSandbox) sandbox)
                .addAgent(Map.of("emailId", "a" + n + "@example.com", "firstName", "A" + n));
        case TRUEDY_CONTACTS ->
            ((TruedySandbox) sandbox).addContact(Map.of("phone_number", number));
        case TRUEDY_FOLDERS -> ((TruedySandbox) sandbox).addFolder("F" + n);
      }
    }
  }

  boolean remove(String wanted) {
    return sandbox instanceof KoreSandbox kore
        ? kore.removeContact(wanted)
        : ((TruedySandbox) sandbox).removeContact(wanted);
  }

  /** Moves a row to where new ones come, as where rows are sorted by their last change. */
  void touch(String wanted) {
    Map<String, Object> row =
        rows().stream().filter(each -> wanted.equals(each.get("id"))).findFirst().orElseThrow();
    remove(wanted);
    if (sandbox instanceof KoreSandbox kore) {
      kore.addContact(row);
    } else {
      ((TruedySandbox) sandbox).addContact(row);
    }
  }

  /** Changes one row; returns the ids of those that are gone. */
  List<String> change(Change change, Random random) {
    List<String> ids = ids();
    String one = ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
    if (change == Change.TOUCHED) {
      touch(one);
    } else if (change == Change.INSERTED || (change == Change.BOTH && random.nextBoolean())) {
      add(1);
    } else if (remove(one)) {
      return List.of(one);
    }
    return List.of();
  }

  List<String> ids() {
    return rows().stream().map(row -> (String) row.get("id")).toList();
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> all =
        switch (rows) {
          case KORE_CONTACTS -> ((KoreSandbox) sandbox).contacts();
          case KORE_AGENTS -> ((KoreSandbox) sandbox).agents();
          case TRUEDY_CONTACTS -> ((TruedySandbox) sandbox).contacts();
          case TRUEDY_FOLDERS -> ((TruedySandbox) sandbox).folders();
        };
    return all;
  }

  ListCall<?, ?> list(int limit) {
    return list.apply(limit);
  }

  /** The ids in the order they come; what has come so far when it fails. */
  SdkException read(ListCall<?, ?> call, List<String> into) {
    try {
      for (Object row : call.items()) {
        into.add(id.apply(row));
      }
      return null;
    } catch (SdkException e) {
      return e;
    }
  }

  @Override
  public void close() {
    closeClient.run();
    sandbox.close();
  }

  String id(Object row) {
    return id.apply(row);
  }
}

package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What runs have seen of an account, where the vendor's documents are silent. Thread-safe. */
final class Capabilities {
  /** Whether a refused request of several rows stores nothing. */
  private static final String ARRAYS = "a refused request of several rows";

  /** Seen: a good row before the refused one was not stored. */
  private static final String ALL_OR_NOTHING = "stores nothing";

  /** Seen: some rows of a refused request were stored. */
  private static final String STORED_SOME = "stores some";

  /** The most rows that a request carried with success. */
  private static final String CREATE_ROWS = "rows that a create carried";

  private final JournalStore journal;
  private final String account;
  private final TimeSource time;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Capabilities(JournalStore journal, String account, TimeSource time) {
    this.journal = journal;
    this.account = account;
    this.time = time;
    known.putAll(journal.capabilities(account));
  }

  /** The most rows that a create carried with success. */
  int createRows() {
    return number(known.get(CREATE_ROWS));
  }

  void created(int rows) {
    if (rows > createRows()) {
      learn(CREATE_ROWS, Integer.toString(rows));
    }
  }

  boolean isAllOrNothing() {
    return ALL_OR_NOTHING.equals(known.get(ARRAYS));
  }

  void arraysAreAllOrNothing() {
    if (!STORED_SOME.equals(known.get(ARRAYS))) {
      learn(ARRAYS, ALL_OR_NOTHING);
    }
  }

  void arraysStoreSome() {
    learn(ARRAYS, STORED_SOME);
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private void learn(String name, String value) {
    if (!value.equals(known.put(name, value))) {
      journal.learn(account, name, value, time.now());
    }
  }
}

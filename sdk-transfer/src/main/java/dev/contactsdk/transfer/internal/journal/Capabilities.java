package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.target.Sizes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What runs have seen of an account, where the vendor's documents are silent. Thread-safe. */
public final class Capabilities {
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

  public Capabilities(JournalStore journal, String account, TimeSource time) {
    this.journal = journal;
    this.account = account;
    this.time = time;
    known.putAll(journal.capabilities(account));
  }

  /** The sizes to begin with: creates that were taken before are taken again. */
  public Sizes sizes(Sizes documented) {
    return new Sizes(
        Math.min(Math.max(documented.firstCreate(), createRows()), documented.largestCreate()),
        documented.largestCreate(),
        documented.firstUpdate(),
        documented.largestUpdate(),
        documented.firstPage(),
        documented.largestPage());
  }

  private int createRows() {
    return number(known.get(CREATE_ROWS));
  }

  /** A request created so many rows. */
  public void created(int rows) {
    if (rows > createRows()) {
      learn(CREATE_ROWS, Integer.toString(rows));
    }
  }

  /** Whether a refused request of several rows stores nothing, as far as seen. */
  public boolean isAllOrNothing() {
    return ALL_OR_NOTHING.equals(known.get(ARRAYS));
  }

  /** A good row before the refused one was not stored. */
  public void arraysAreAllOrNothing() {
    if (!STORED_SOME.equals(known.get(ARRAYS))) {
      learn(ARRAYS, ALL_OR_NOTHING);
    }
  }

  /** A row of a refused request was stored. */
  public void arraysStoreSome() {
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

package dev.contactsdk.transfer.source;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.StoredPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The contacts of a vendor as rows. */
final class StoredRows implements Rows {
  private static final int FIRST = 1000;

  private final String vendor;
  private final Iterator<StoredPage> pages;
  private final List<String> columns;
  private final Set<String> known;

  /** What was listed and not handed out; an empty place is a contact that cannot be read. */
  private final Queue<Listed> ahead = new ArrayDeque<>();

  private long number;

  private record Listed(@Nullable Stored contact) {}

  private StoredRows(String vendor, Iterator<StoredPage> pages, List<String> usual) {
    this.vendor = vendor;
    this.pages = pages;
    Set<String> found = new TreeSet<>();
    while (ahead.size() < FIRST && hasPage()) {
      page().forEach(contact -> found.addAll(contact.fields().keySet()));
    }
    this.known = new LinkedHashSet<>(usual);
    known.addAll(found);
    this.columns = List.copyOf(known);
  }

  /** Lists the first contacts. */
  static Rows open(String vendor, Iterator<StoredPage> pages, List<String> usual) {
    return new StoredRows(vendor, pages, usual);
  }

  private boolean hasPage() {
    return listed(pages::hasNext);
  }

  private List<Stored> page() {
    StoredPage page = listed(pages::next);
    page.contacts().forEach(contact -> ahead.add(new Listed(contact)));
    ahead.addAll(Collections.nCopies(page.unreadable(), new Listed(null)));
    return page.contacts();
  }

  /** The SDK's messages have no personal data. */
  private <T> T listed(Supplier<T> step) {
    try {
      return step.get();
    } catch (IncompleteListException e) {
      String mend = "): run again when fewer people work there";
      throw failure(" did not give a complete list (" + e.getMessage() + mend, e);
    } catch (SdkException e) {
      throw failure(" cannot be listed: " + e.getMessage(), e);
    }
  }

  private TransferException failure(String problem, SdkException e) {
    return new TransferException(Kind.TARGET, vendor + problem, e);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && hasPage()) {
      page();
    }
    return !ahead.isEmpty();
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    Stored contact = ahead.remove().contact();
    if (contact == null) {
      String damage = "The contact has no id, or is not readable in " + vendor + "'s answer";
      return new SourceRow(number, Collections.nCopies(columns.size(), ""), damage);
    }
    return row(contact);
  }

  private SourceRow row(Stored contact) {
    List<String> cells = new ArrayList<>(columns.size());
    columns.forEach(column -> cells.add(contact.fields().getOrDefault(column, "")));
    List<String> late =
        contact.fields().keySet().stream()
            .filter(field -> !known.contains(field))
            .sorted()
            .toList();
    String damage =
        late.isEmpty()
            ? null
            : "The contact has " + String.join(", ", late) + ", which the first ones lack: name it";
    return new SourceRow(number, cells, damage);
  }

  /** Nothing is open between two pages. */
  @Override
  public void close() {}
}

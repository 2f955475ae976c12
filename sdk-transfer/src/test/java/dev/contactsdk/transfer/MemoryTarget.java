package dev.contactsdk.transfer;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.Sizes;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.StoredPage;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** An application's own target, in memory, which answers as a test wants. */
final class MemoryTarget implements Target {
  private final TimeSource time;
  final List<Stored> contacts = new ArrayList<>();
  private final List<Instant> listedFrom = new ArrayList<>();

  /** What becomes of a create; the supplier stores the rows and answers with their ids. */
  Function<Supplier<WriteAnswer>, WriteAnswer> creates = Supplier::get;

  /** What becomes of an update. */
  Function<Supplier<WriteAnswer>, WriteAnswer> updates = Supplier::get;

  boolean changesPhones;
  Duration settleTime = Duration.ZERO;
  Duration lag = Duration.ZERO;
  boolean unique;
  boolean keepsNothing;
  int largest = 10;
  String account = "memory account";
  int unreadable;
  int rowsOfAPage = Integer.MAX_VALUE;
  int requests;
  private int created;
  int lists;
  boolean isDown;

  MemoryTarget(TimeSource time) {
    this.time = time;
  }

  void add(String id, String phone, Map<String, String> fields) {
    contacts.add(new Stored(id, phone, fields, time.now()));
    listedFrom.add(time.now());
  }

  void remove(String id) {
    for (int i = contacts.size() - 1; i >= 0; i--) {
      if (contacts.get(i).id().equals(id)) {
        contacts.remove(i);
        listedFrom.remove(i);
      }
    }
  }

  /** Lists a contact without the lag of the others. */
  void listAtOnce(String id) {
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).id().equals(id)) {
        listedFrom.set(i, time.now().minus(lag));
      }
    }
  }

  /** A contact that another target held, as it was there. */
  void addAgain(Stored contact) {
    created++;
    contacts.add(contact);
    listedFrom.add(time.now());
  }

  @Override
  public String name() {
    return "Memory";
  }

  @Override
  public String account() {
    return account;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("place", "here");
  }

  @Override
  public List<TargetField> fields() {
    return List.of(
        new TargetField(Fields.PHONE, TargetField.Kind.PHONE, true, changesPhones, false),
        new TargetField(Fields.FIRST_NAME, TargetField.Kind.TEXT, false, true, false),
        new TargetField(Fields.EMAIL, TargetField.Kind.EMAIL, false, true, false),
        new TargetField(Fields.COMPANY_NAME, TargetField.Kind.TEXT, false, false, false));
  }

  @Override
  public boolean holdsCustomFields() {
    return false;
  }

  @Override
  public boolean refusesTakenNumbers() {
    return unique;
  }

  @Override
  public int requestsPerMinute() {
    return 60;
  }

  @Override
  public Duration settleTime() {
    return settleTime;
  }

  @Override
  public Sizes sizes() {
    return new Sizes(largest, largest, 1, 1, 100, 100);
  }

  @Override
  public synchronized Iterator<StoredPage> list(int pageSize) {
    lists++;
    if (isDown) {
      throw new IllegalStateException("for a test");
    }
    List<Stored> shown = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      if (!listedFrom.get(i).plus(lag).isAfter(time.now())) {
        shown.add(contacts.get(i));
      }
    }
    List<StoredPage> pages = new ArrayList<>();
    for (int from = 0;
        from == 0 || from < shown.size();
        from += Math.min(rowsOfAPage, shown.size() + 1)) {
      int rows = Math.min(rowsOfAPage, shown.size() - from);
      pages.add(new StoredPage(shown.subList(from, from + rows), from == 0 ? unreadable : 0, null));
    }
    return pages.iterator();
  }

  @Override
  public synchronized WriteAnswer create(List<Write> writes) {
    requests++;
    return keepsNothing ? forget(writes) : creates.apply(() -> store(writes));
  }

  private WriteAnswer forget(List<Write> writes) {
    return new WriteAnswer.Answered(
        writes.stream().map(write -> RowAnswer.written("id" + created++)).toList(), null);
  }

  private WriteAnswer store(List<Write> writes) {
    List<RowAnswer> answers = new ArrayList<>();
    for (Write write : writes) {
      String phone = write.fields().getOrDefault(Fields.PHONE, "");
      if (unique && contacts.stream().anyMatch(held -> phone.equals(held.phone()))) {
        return new WriteAnswer.Refused("taken", true, null);
      }
      String id = "id" + created++;
      add(id, phone, write.fields());
      answers.add(RowAnswer.written(id));
    }
    return new WriteAnswer.Answered(answers, null);
  }

  @Override
  public synchronized WriteAnswer update(List<Write> changes) {
    requests++;
    return updates.apply(() -> change(changes));
  }

  private WriteAnswer change(List<Write> changes) {
    List<RowAnswer> answers = new ArrayList<>();
    for (Write change : changes) {
      contacts.replaceAll(held -> held.id().equals(change.id()) ? changed(held, change) : held);
      answers.add(RowAnswer.written(String.valueOf(change.id())));
    }
    return new WriteAnswer.Answered(answers, null);
  }

  private static Stored changed(Stored held, Write change) {
    Map<String, String> fields = new HashMap<>(held.fields());
    fields.putAll(change.fields());
    String phone = change.fields().getOrDefault(Fields.PHONE, String.valueOf(held.phone()));
    return new Stored(held.id(), phone, fields, held.createdAt());
  }
}

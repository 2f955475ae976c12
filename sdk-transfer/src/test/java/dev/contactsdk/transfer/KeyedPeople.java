package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Transfers of people with keys into a target in memory. */
abstract class KeyedPeople {
  static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir Path directory;
  final VirtualClock clock = new VirtualClock();
  final MemoryTarget target = new MemoryTarget(clock);
  Journal journal;
  OnExisting onExisting = OnExisting.UPDATE;

  record Person(String key, String phone, String name) {}

  @BeforeEach
  void open() throws SQLException {
    target.changesPhones = true;
    journal = openJournal();
  }

  Journal openJournal() throws SQLException {
    return Journal.open(directory.resolve("keys.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  static Person person(String key, int number, String name) {
    return new Person(key, phone(number), name);
  }

  static String phone(int number) {
    return "+91" + People.phone(number);
  }

  static Source source(String keyColumn, Person... people) {
    return ObjectSource.of("people", List.of(people))
        .column(keyColumn, Person::key)
        .column(Fields.PHONE, Person::phone)
        .column(Fields.FIRST_NAME, Person::name);
  }

  Transfer transfer(Person... people) {
    return Transfer.from(source("customer", people))
        .to(target)
        .onExisting(onExisting)
        .key("customer");
  }

  Plan plan(Person... people) {
    return transfer(people).plan(journal);
  }

  Result run() {
    return journal.run(target, FAST, progress -> {});
  }

  Verification verify() {
    return journal.verify(target, FAST, progress -> {});
  }

  void move(Person... people) {
    Plan unused = plan(people);
    assertThat(run().isEnded()).isTrue();
  }

  List<Row> rows(RowState state) {
    List<Row> rows = new ArrayList<>();
    journal.rows(Set.of(state), rows::add);
    return rows;
  }

  void change(String id, String phone, String name) {
    target.contacts.replaceAll(
        held ->
            held.id().equals(id)
                ? new Stored(
                    id,
                    phone,
                    Map.of(Fields.PHONE, phone, Fields.FIRST_NAME, name),
                    held.createdAt())
                : held);
  }

  void add(String id, int number, String name) {
    target.add(id, phone(number), Map.of(Fields.PHONE, phone(number), Fields.FIRST_NAME, name));
  }

  /** What each contact has, by id. */
  Map<String, String> contacts() {
    return target.contacts.stream().collect(Collectors.toMap(Stored::id, KeyedPeople::described));
  }

  private static String described(Stored held) {
    return held.fields().get(Fields.FIRST_NAME) + " " + held.phone();
  }

  static String described(String name, int number) {
    return name + " " + phone(number);
  }
}

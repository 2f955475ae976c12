package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.KeyedPeople.Person;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random files of people whose numbers change, are handed on and are damaged, planned one after the
 * other in one journal: each contact remains one person's, no person has two, and verification
 * knows. {@code -Dtransfer.seeds=500} runs 500 of each kind.
 */
class KeyHistoriesTest {
  private static final int SEEDS = Integer.getInteger("transfer.seeds", 6);

  /** A file may have so many damaged numbers that none would be found. */
  private static final Mapping MAPPING =
      Mapping.builder()
          .column(Fields.PHONE, Fields.PHONE)
          .column(Fields.FIRST_NAME, Fields.FIRST_NAME)
          .build();

  private static final int PEOPLE = 7;
  private static final int NUMBERS = 12;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"alone", "lost answers", "others too"})
  void aContactRemainsOnePersons(String kind) {
    int written = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path file = directory.resolve(kind.replace(" ", "") + seed);
      written += new History(seed, kind, file).play();
    }
    assertThat(written).as("rows that were written").isGreaterThan(SEEDS * PEOPLE);
  }

  private static final class History {
    private final Random random;
    private final String kind;
    private final Path file;
    private final VirtualClock clock = new VirtualClock();
    private final MemoryTarget target = new MemoryTarget(clock);

    /** The number of each person, and how often the person got another name. */
    private final int[] numbers = new int[PEOPLE];

    private final int[] names = new int[PEOPLE];

    /** The contact that runs knew by a key. */
    private final Map<String, String> contacts = new HashMap<>();

    private final List<String> story = new ArrayList<>();
    private List<Person> people = List.of();
    private int written;

    private History(int seed, String kind, Path file) {
      this.random = new Random(seed);
      this.kind = kind;
      this.file = file;
      target.changesPhones = true;
      target.unique = seed % 2 == 0;
      story.add(kind + ", seed " + seed);
      for (int i = 0; i < PEOPLE; i++) {
        numbers[i] = i;
      }
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private int play() {
      for (int round = 0; round < 6; round++) {
        live();
        try (Journal journal = Journal.open(file, clock)) {
          plan(journal);
          if (chance(85)) {
            if (kind.equals("others too") && chance(50)) {
              othersChange();
            }
            run(journal);
            verify(journal);
          }
        }
        clock.advance(Duration.ofMinutes(20));
      }
      return written;
    }

    /** People get other numbers, also those that somebody else has just given up, and names. */
    private void live() {
      for (int i = 0; i < PEOPLE; i++) {
        int number = random.nextInt(NUMBERS);
        boolean isFree = true;
        for (int each : numbers) {
          isFree &= each != number;
        }
        if (isFree && chance(40)) {
          numbers[i] = number;
        }
        if (chance(30)) {
          names[i]++;
        }
      }
    }

    private void plan(Journal journal) {
      people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        if (chance(80)) {
          String phone = chance(8) ? "9.19877E+11" : KeyedPeople.phone(numbers[i]);
          people.add(new Person("K" + i, phone, "K" + i + " " + names[i]));
        }
      }
      OnExisting choice =
          chance(75) ? OnExisting.UPDATE : chance(50) ? OnExisting.SKIP : OnExisting.REJECT;
      story.add("plan " + choice + " " + people);
      Plan unused =
          Transfer.from(KeyedPeople.source("customer", people.toArray(Person[]::new)))
              .to(target)
              .mapping(MAPPING)
              .onExisting(choice)
              .key("customer")
              .plan(journal);
    }

    /** Somebody deletes a contact, and gives another one a number that nobody has. */
    private void othersChange() {
      if (!target.contacts.isEmpty()) {
        Stored gone = target.contacts.get(random.nextInt(target.contacts.size()));
        target.remove(gone.id());
        story.add("deleted by others " + gone.id());
      }
      if (!target.contacts.isEmpty()) {
        int place = random.nextInt(target.contacts.size());
        Stored held = target.contacts.get(place);
        String phone = KeyedPeople.phone(NUMBERS + random.nextInt(50));
        Map<String, String> fields = new HashMap<>(held.fields());
        fields.put(Fields.PHONE, phone);
        target.contacts.set(place, new Stored(held.id(), phone, fields, held.createdAt()));
        story.add("changed by others " + target.contacts.get(place));
      }
    }

    private void run(Journal journal) {
      Map<String, String> before = owners();
      Set<String> known = new HashSet<>(contacts.keySet());
      known.removeIf(key -> !before.containsKey(contacts.get(key)));
      if (kind.equals("lost answers")) {
        target.creates =
            create -> chance(30) ? lost(chance(50) ? create.get() : null) : create.get();
        target.updates = target.creates;
      }
      RunOptions options = KeyedPeople.FAST;
      if (chance(20)) {
        Result first = journal.run(target, options.first(2), progress -> {});
        story.add("two of them: " + first.states());
      }
      for (int again = 0;
          again < 30 && !journal.run(target, options, progress -> {}).isEnded();
          again++) {
        clock.advance(Duration.ofMinutes(5));
        if (journal.result().count(RowState.DRIFTED) > 0) {
          Plan replanned = journal.replan(target, options, progress -> {});
          story.add("replan: " + replanned.summary());
        }
      }
      List<Row> rows = new ArrayList<>();
      journal.rows(Set.of(), rows::add);
      story.add("ran: " + rows + ", there: " + target.contacts);
      assertThat(journal.result().isEnded()).as(this::toString).isTrue();
      rows.forEach(row -> check(row, people.get((int) row.number() - 1), known));
      assertOwners(before);
    }

    private static WriteAnswer lost(WriteAnswer unused) {
      return new WriteAnswer.Lost("cut off", null);
    }

    private void check(Row row, Person person, Set<String> known) {
      switch (row.state()) {
        case CREATED -> {
          assertThat(known).as(this::toString).doesNotContain(person.key());
          learn(row.targetId(), person);
        }
        case UPDATED -> learn(row.targetId(), person);
        case SKIPPED, REFUSED, PRESENT, REJECTED, DRIFTED -> {}
        default -> throw new AssertionError("not settled: " + this);
      }
    }

    private void learn(String id, Person person) {
      written++;
      assertThat(target.contacts.stream().filter(held -> held.id().equals(id)))
          .as(this::toString)
          .singleElement()
          .satisfies(held -> assertThat(held.phone()).isEqualTo(person.phone()))
          .satisfies(
              held -> assertThat(held.fields()).containsEntry(Fields.FIRST_NAME, person.name()));
      contacts.put(person.key(), id);
    }

    /** Whose each contact is, by the name it has. */
    private Map<String, String> owners() {
      Map<String, String> owners = new HashMap<>();
      for (Stored held : target.contacts) {
        owners.put(held.id(), held.fields().get(Fields.FIRST_NAME).split(" ", -1)[0]);
      }
      return owners;
    }

    private void assertOwners(Map<String, String> before) {
      Map<String, String> now = owners();
      before.forEach(
          (id, owner) ->
              assertThat(now.getOrDefault(id, owner)).as(this::toString).isEqualTo(owner));
      assertThat(now.values()).as(this::toString).doesNotHaveDuplicates();
    }

    private void verify(Journal journal) {
      Verification first = journal.verify(target, KeyedPeople.FAST, progress -> {});
      story.add("verified " + first);
      if (!kind.equals("others too")) {
        assertThat(first.isClean()).as(this::toString).isTrue();
      }
      List<String> ours = target.contacts.stream().map(Stored::id).toList();
      if (!ours.isEmpty()) {
        Stored gone = target.contacts.get(random.nextInt(ours.size()));
        target.remove(gone.id());
        Verification second = journal.verify(target, KeyedPeople.FAST, progress -> {});
        story.add("without " + gone + " verified " + second);
        assertThat(second.missing()).as(this::toString).isEqualTo(first.missing() + 1);
        target.addAgain(gone);
      }
    }

    @Override
    public String toString() {
      return String.join("\n", story);
    }
  }
}

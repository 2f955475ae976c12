package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random files of the same people, each with other columns, planned one after the other in one
 * journal while somebody changes contacts by hand: after each change verification says of each
 * contact what a simple model says, which keeps for each contact the newest value of each field.
 * {@code -Dtransfer.seeds=100} runs 100 of each kind for each vendor.
 */
class VerificationHistoriesTest {
  private static final int SEEDS = Integer.getInteger("transfer.seeds", 2);
  private static final List<String> COLUMNS = List.of("First", "Last", "Third");
  private static final String DAMAGED = "9.8E+09";
  private static final String AS_WANTED = "the contact is as wanted";
  private static final Pattern NAMED_LINE = Pattern.compile(",S([0-9]),");
  private static final Pattern NAMED = Pattern.compile("=(?:First|Last)([0-9])v");
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(1_000_000).keepGoing(true);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"key", "no key", "a key at times", "two keys", "blank keys", "mended"})
  void koreContactsAreJudgedAsTheModelDoes(String kind) throws IOException {
    int changes = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      VirtualClock clock = new VirtualClock();
      try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();
          KoreClient kore =
              sandbox
                  .clientBuilder()
                  .timeSource(clock)
                  .rateLimiter(RateLimiter.unlimited())
                  .build()) {
        Account account =
            new Account(
                KoreTarget.of(kore),
                List.of("firstName", "lastName", "salutation"),
                Fields.SALUTATION,
                sandbox::contacts,
                sandbox::addContact,
                sandbox::removeContact);
        changes += new History(kind, seed, account, clock, newDirectory()).play();
      }
    }
    assertThat(changes).as("contacts that differed").isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "no key", "a key at times", "two keys", "blank keys", "mended"})
  void truedyContactsAreJudgedAsTheModelDoes(String kind) throws IOException {
    int changes = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      VirtualClock clock = new VirtualClock();
      try (TruedySandbox sandbox = TruedySandbox.builder().clock(clock).start();
          TruedyClient truedy =
              sandbox
                  .clientBuilder()
                  .timeSource(clock)
                  .rateLimiter(RateLimiter.unlimited())
                  .build()) {
        Account account =
            new Account(
                TruedyTarget.of(truedy),
                List.of("first_name", "last_name", "email"),
                Fields.EMAIL,
                sandbox::contacts,
                sandbox::addContact,
                sandbox::removeContact);
        changes += new History(kind, seed, account, clock, newDirectory()).play();
      }
    }
    assertThat(changes).as("contacts that differed").isPositive();
  }

  private Path newDirectory() throws IOException {
    return Files.createTempDirectory(directory, "history");
  }

  /**
   * An account of a vendor.
   *
   * @param names what the vendor calls the first name, the last name and the third field
   * @param third the third field, as a file maps it
   */
  private record Account(
      Target target,
      List<String> names,
      String third,
      Supplier<List<Map<String, Object>>> contacts,
      Function<Map<String, Object>, String> add,
      Function<String, Boolean> remove) {
    private boolean isKore() {
      return third.equals(Fields.SALUTATION);
    }

    private String phone(Map<String, Object> contact) {
      return isKore()
          ? ((Map<?, ?>) contact.get("cellPhone")).get("phoneNumber").toString()
          : String.valueOf(contact.get("phone_number"));
    }

    private Map<String, String> values(Map<String, Object> contact) {
      Map<String, String> values = new HashMap<>();
      values.put("Phone", phone(contact));
      for (int i = 0; i < names.size(); i++) {
        values.put(COLUMNS.get(i), String.valueOf(contact.get(names.get(i))));
      }
      return values;
    }

    /** Puts a changed contact in the place of what it was. */
    private void replace(Map<String, Object> contact) {
      remove(contact);
      addAgain(contact);
    }

    private void addAgain(Map<String, Object> contact) {
      assertThat(add.apply(contact)).isEqualTo(contact.get("id"));
    }

    private void remove(Map<String, Object> contact) {
      assertThat(remove.apply(contact.get("id").toString())).isTrue();
    }

    private Map<String, Object> withPhone(Map<String, Object> contact, String phone) {
      Map<String, Object> changed = new HashMap<>(contact);
      if (isKore()) {
        changed.put(
            "cellPhone", Map.of("phoneNumber", phone, "countryCode", "+91", "extension", "+"));
      } else {
        changed.put("phone_number", phone);
      }
      return changed;
    }
  }

  /** Somebody of the files; each value has a version, which grows. */
  private static final class Person {
    private final int key;
    private int number;
    private final int[] versions = new int[COLUMNS.size()];

    private Person(int key) {
      this.key = key;
      this.number = key;
    }

    private String phone() {
      return KeyedPeople.phone(number);
    }
  }

  /** A line of a file; a blank cell leaves the contact's value as it is. */
  private record Line(Person person, boolean hasKey, List<String> cells) {}

  private static final class History {
    private final String kind;
    private final Account account;
    private final VirtualClock clock;
    private final Path directory;
    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    /** What each contact that a plan wrote, or found as wanted by a key, has to have, by its id. */
    private final Map<String, Map<String, String>> expected = new TreeMap<>();

    /** Those whose newest row has no key: a newer row of their number counts in its place. */
    private final Set<String> keyless = new HashSet<>();

    private final Set<String> covered = new HashSet<>();

    private int files;
    private int differed;

    private History(String kind, int seed, Account account, VirtualClock clock, Path directory) {
      this.kind = kind;
      this.account = account;
      this.clock = clock;
      this.directory = directory;
      this.random = new Random(seed);
      story.add(account.target().name() + ", " + kind + ", seed " + seed);
      int count = 2 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        people.add(new Person(i));
      }
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private int play() throws IOException {
      Path file = directory.resolve("journal.contacts");
      int rounds = 3 + random.nextInt(4);
      for (int round = 0; round < rounds; round++) {
        live();
        try (Journal journal = Journal.open(file, clock)) {
          move(journal, round == 0);
          for (int i = 0; i < 4; i++) {
            changeByHand();
            check(journal, 0, 0);
          }
          deleteOne(journal);
          doubleOne(journal);
        }
        clock.advance(Duration.ofMinutes(30));
        changeByHand();
      }
      return differed;
    }

    /** People get other numbers, swap them, and get other names. */
    private void live() {
      for (int i = random.nextInt(4); i > 0; i--) {
        Person one = any(people);
        Person other = any(people);
        if (chance(40)) {
          int number = random.nextInt(people.size() + 4);
          if (people.stream().noneMatch(each -> each.number == number)) {
            one.number = number;
          }
        } else if (chance(20)) {
          int number = one.number;
          one.number = other.number;
          other.number = number;
        } else {
          one.versions[random.nextInt(COLUMNS.size())]++;
        }
      }
    }

    private String value(Person person, int column, int version) {
      return switch (column) {
        case 0 -> "First" + person.key + "v" + version;
        case 1 -> "Last" + person.key + "v" + version;
        default ->
            account.isKore()
                ? List.of("Ms", "Mr", "Dr", "Mrs").get(version % 4)
                : "v" + version + "@example.in";
      };
    }

    private void move(Journal journal, boolean isFirst) throws IOException {
      boolean all = isFirst || chance(33);
      List<Integer> columns = new ArrayList<>();
      Mapping.Builder mapping = Mapping.builder().column("Phone", Fields.PHONE);
      List<String> fields = List.of(Fields.FIRST_NAME, Fields.LAST_NAME, account.third());
      for (int i = 0; i < COLUMNS.size(); i++) {
        if (all || chance(50)) {
          columns.add(i);
          mapping.column(COLUMNS.get(i), fields.get(i));
        }
      }
      List<Person> some = people.stream().filter(unused -> chance(83)).collect(Collectors.toList());
      Collections.shuffle(some, random);
      StringBuilder csv = new StringBuilder("Key,Staff,Phone,First,Last,Third\n");
      String key = key();
      List<Line> lines = new ArrayList<>();
      for (Person person : some) {
        boolean isBlank = kind.equals("blank keys") && chance(25);
        Line line = new Line(person, key != null && !isBlank, cells(person));
        lines.add(line);
        csv.append(isBlank ? "" : "K" + person.key)
            .append(",S")
            .append(person.key)
            .append(',')
            .append(kind.equals("mended") && chance(16) ? DAMAGED : person.phone())
            .append(',')
            .append(String.join(",", line.cells()))
            .append('\n');
      }
      OnExisting choice = chance(80) ? OnExisting.UPDATE : any(List.of(OnExisting.values()));
      Path file = directory.resolve("people" + files++ + ".csv");
      Mapping mapped = mapping.build();
      plan(journal, Files.writeString(file, csv), mapped, key, choice);
      if (chance(12)) {
        return;
      }
      run(journal, chance(12) ? FAST.first(1) : FAST, key, columns, lines);
      check(journal, 0, 0);
      if (kind.equals("mended")) {
        mend(journal, key, mapped, columns, lines);
      }
    }

    private List<String> cells(Person person) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        cells.add(chance(10) ? "" : value(person, i, person.versions[i]));
      }
      return cells;
    }

    private String key() {
      return switch (kind) {
        case "no key" -> null;
        case "a key at times" -> chance(66) ? "Key" : null;
        case "two keys" -> chance(66) ? "Key" : "Staff";
        default -> "Key";
      };
    }

    private void plan(Journal journal, Path file, Mapping mapping, String key, OnExisting choice) {
      Plan plan =
          Transfer.from(CsvSource.of(file).region("IN"))
              .to(account.target())
              .mapping(mapping)
              .key(key)
              .onExisting(choice)
              .plan(journal);
      story.add("plan " + plan.id() + ", key " + key + ", " + choice + ", " + mapping);
    }

    private void run(
        Journal journal, RunOptions options, String key, List<Integer> columns, List<Line> lines) {
      Result unused = journal.run(account.target(), options, progress -> {});
      journal.rows(
          Set.of(),
          row -> {
            story.add("  " + row);
            Line line = lines.get((int) row.number() - 2);
            if (row.state() == RowState.CREATED || row.state() == RowState.UPDATED) {
              expect(row.targetId(), line, columns);
            } else if (key != null && AS_WANTED.equals(row.reason())) {
              expect(row.existingId(), line, columns);
            }
          });
    }

    private void expect(String id, Line line, List<Integer> columns) {
      String phone = line.person().phone();
      for (String each : keyless) {
        if (expected.get(each).get("Phone").equals(phone)) {
          covered.add(each);
        }
      }
      covered.remove(id);
      if (line.hasKey()) {
        keyless.remove(id);
      } else {
        keyless.add(id);
      }
      Map<String, String> values = expected.computeIfAbsent(id, unused -> new HashMap<>());
      values.put("Phone", phone);
      for (int column : columns) {
        if (!line.cells().get(column).isEmpty()) {
          values.put(COLUMNS.get(column), line.cells().get(column));
        }
      }
    }

    /** The refused rows get the numbers that they should have had. */
    private void mend(
        Journal journal, String key, Mapping mapping, List<Integer> columns, List<Line> lines)
        throws IOException {
      Path file = directory.resolve("people" + files++ + ".csv");
      if (journal.writeRejected(file) == 0) {
        return;
      }
      List<Line> corrected = new ArrayList<>();
      List<String> mended = new ArrayList<>();
      for (String text : Files.readAllLines(file)) {
        Matcher named = NAMED_LINE.matcher(text);
        if (named.find()) {
          Person person = people.get(Integer.parseInt(named.group(1)));
          lines.stream().filter(line -> line.person() == person).forEach(corrected::add);
          mended.add(text.replace(DAMAGED, person.phone()));
        } else {
          mended.add(text);
        }
      }
      Files.write(file, mended);
      plan(journal, file, mapping, key, OnExisting.UPDATE);
      run(journal, FAST, key, columns, corrected);
      check(journal, 0, 0);
    }

    /** Somebody gives a contact a value that the person has, had or will have. */
    private void changeByHand() {
      List<Map<String, Object>> contacts = account.contacts().get();
      if (contacts.isEmpty()) {
        return;
      }
      Map<String, Object> contact = any(contacts);
      Matcher named = NAMED.matcher(contact.toString());
      if (!named.find()) {
        return;
      }
      Person person = people.get(Integer.parseInt(named.group(1)));
      Map<String, Object> changed = new HashMap<>(contact);
      int column = random.nextInt(COLUMNS.size() + 1);
      if (column < COLUMNS.size()) {
        int version = random.nextInt(person.versions[column] + 2);
        changed.put(account.names().get(column), value(person, column, version));
      } else if (contacts.stream().noneMatch(each -> account.phone(each).equals(person.phone()))) {
        changed = account.withPhone(contact, person.phone());
      }
      account.replace(changed);
      story.add("by hand " + account.values(contact) + " became " + account.values(changed));
    }

    private void deleteOne(Journal journal) {
      if (ours().isEmpty()) {
        return;
      }
      Map<String, Object> gone = any(ours());
      account.remove(gone);
      check(journal, 1, 0);
      account.addAgain(gone);
      check(journal, 0, 0);
    }

    private void doubleOne(Journal journal) {
      List<Map<String, Object>> same =
          ours().stream().filter(each -> !differs(each)).collect(Collectors.toList());
      if (same.isEmpty()) {
        return;
      }
      Map<String, Object> copy = new HashMap<>(any(same));
      copy.remove("id");
      String id = account.add().apply(copy);
      check(journal, 0, 1);
      assertThat(account.remove().apply(id)).isTrue();
    }

    private List<Map<String, Object>> ours() {
      return account.contacts().get().stream()
          .filter(each -> expected.containsKey(id(each)) && !covered.contains(id(each)))
          .collect(Collectors.toList());
    }

    private static String id(Map<String, Object> contact) {
      return contact.get("id").toString();
    }

    private boolean differs(Map<String, Object> contact) {
      Map<String, String> values = account.values(contact);
      return !values.entrySet().containsAll(expected.get(id(contact)).entrySet());
    }

    private void check(Journal journal, long missing, long twice) {
      Verification verification = journal.verify(account.target(), FAST, progress -> {});
      int judged = expected.size() - covered.size();
      long differs = ours().stream().filter(this::differs).count();
      story.add("expected " + expected + ", there " + there() + ": " + verification);
      assertThat(verification)
          .as(this::toString)
          .extracting(
              Verification::same, Verification::differs, Verification::missing, Verification::twice)
          .containsExactly(judged - differs - missing - twice, differs, missing, twice);
      differed += (int) differs;
    }

    private Map<String, Map<String, String>> there() {
      return account.contacts().get().stream()
          .collect(
              Collectors.toMap(History::id, account::values, (one, other) -> one, TreeMap::new));
    }

    @Override
    public String toString() {
      return String.join("\n", story);
    }
  }
}

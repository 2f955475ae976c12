package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of one body share what reads them, but never a value. */
class RowsTest {
  public record Phone(@Nullable String number, Map<String, @Nullable Object> additionalProperties) {
    public Phone {
      if ("refused".equals(number)) {
        throw new IllegalArgumentException(number);
      }
    }
  }

  public record Person(
      @Nullable String id,
      @JsonProperty("first_name") @JsonAlias("name") @Nullable String firstName,
      @Nullable Phone phone,
      List<Phone> others,
      @Nullable Person manager,
      @Nullable Instant createdAt,
      @Nullable Integer calls,
      int attempts,
      Map<String, @Nullable Object> custom,
      Map<String, @Nullable Object> additionalProperties) {
    public Person {
      if ("refused".equals(id)) {
        throw new IllegalArgumentException(id);
      }
    }
  }

  private static final JsonType<List<Person>> PEOPLE = new JsonType<>() {};

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String random(SplittableRandom random, int depth) {
    List<String> properties = new ArrayList<>();
    int n = random.nextInt(1000);
    String id = random.nextInt(12) == 0 ? "refused" : "p" + n;
    add(properties, random, "\"id\":\"" + id + "\"");
    add(properties, random, "\"first_name\":\"first" + n + "\"");
    add(properties, random, "\"name\":\"name" + n + "\"");
    add(properties, random, "\"phone\":" + phone(random));
    add(properties, random, "\"others\":[" + phone(random) + "," + phone(random) + "]");
    add(properties, random, "\"createdAt\":\"2026-01-01T00:00:" + (10 + n % 50) + "Z\"");
    add(properties, random, "\"createdAt\":\"no time " + n + "\"");
    add(properties, random, "\"calls\":" + (random.nextBoolean() ? n : "{\"n\":" + n + "}"));
    add(properties, random, "\"attempts\":" + n);
    add(properties, random, "\"custom\":{\"a\":" + n + ",\"b\":[" + n + "]}");
    add(properties, random, "\"other" + n % 20 + "\":" + n);
    add(properties, random, "\"more\":{\"deep\":{\"n\":" + n + "}}");
    if (depth < 3) {
      add(properties, random, "\"manager\":" + random(random, depth + 1));
    }
    return "{" + String.join(",", properties) + "}";
  }

  private static void add(List<String> properties, SplittableRandom random, String property) {
    if (random.nextInt(3) > 0) {
      properties.add(random.nextInt(properties.size() + 1), property);
    }
  }

  private static String phone(SplittableRandom random) {
    int n = random.nextInt(1000);
    return switch (random.nextInt(5)) {
      case 0 -> "{}";
      case 1 -> "{\"number\":\"refused\",\"x\":" + n + "}";
      case 2 -> Integer.toString(n);
      case 3 -> "{\"number\":\"+1" + n + "\"}";
      default -> "{\"number\":\"+1" + n + "\",\"extension\":" + n + "}";
    };
  }

  @Test
  void aRowIsReadAsIfItWereAlone() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 100; round++) {
      List<String> rows = new ArrayList<>();
      List<Person> alone = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String row = random(random, 0);
        rows.add(row);
        alone.addAll(PEOPLE.read(stream("[" + row + "]")));
      }
      assertThat(PEOPLE.read(stream("[" + String.join(",", rows) + "]"))).isEqualTo(alone);
    }
  }

  @Test
  void whatARowLacksIsNotThatOfTheRowBefore() {
    String full =
        "{'id':'1','name':'Asha','phone':{'number':'+1','x':1},'others':[{'number':'+2'}],"
            + "'manager':{'id':'2','calls':5},'createdAt':'2026-01-01T00:00:00Z','calls':3,"
            + "'attempts':4,'custom':{'plan':'gold'},'source':'import'}";

    List<Person> people =
        PEOPLE.read(stream(("[" + full + ",{},{'phone':{}}]").replace('\'', '"')));

    Person empty = new Person(null, null, null, List.of(), null, null, null, 0, Map.of(), Map.of());
    assertThat(people.get(0).manager()).extracting(Person::calls).isEqualTo(5);
    assertThat(people.get(0).manager()).extracting(Person::firstName).isNull();
    assertThat(people.get(1)).isEqualTo(empty);
    assertThat(people.get(2).phone()).isEqualTo(new Phone(null, Map.of()));
  }

  /** Pages of this size take a larger table of texts than small ones. */
  @Test
  void repeatedTextsOfALargePageAreOneStringAlthoughEachRowHasTextsOfItsOwn() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 2000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"con_" + i * 7919 + "\",\"first_name\":\"first" + i % 100 + "\"}");
    }
    List<Person> people = PEOPLE.read(stream(json + "]"));

    Set<@Nullable String> strings = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 1000; i < 2000; i++) {
      assertThat(people.get(i).firstName()).isEqualTo("first" + i % 100);
      strings.add(people.get(i).firstName());
    }
    assertThat(strings).hasSizeLessThan(400);
  }
}

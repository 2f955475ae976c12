package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  /** A set of values that the vendor may extend. */
  public static final class Status extends OpenValue {
    private static final Known<Status> KNOWN = new Known<>(Status::new);
    static final Status NEW = KNOWN.add("new");

    private Status(String value) {
      super(value);
      if (value.isBlank()) {
        throw new IllegalArgumentException("blank");
      }
    }

    static Status of(String value) {
      return KNOWN.of(value);
    }
  }

  public record Owner(@Nullable String id, @Nullable String name) {}

  public record Thing(
      @JsonProperty("_id") @JsonAlias({"id"}) @Nullable String id,
      @Nullable String firstName,
      @Nullable Integer count,
      @Nullable Long size,
      @Nullable Double score,
      @Nullable Boolean active,
      @Nullable Instant createdAt,
      @Nullable Status status,
      @Nullable Owner owner,
      List<String> tags,
      List<Owner> owners,
      @JsonProperty("custom") @JsonAlias({"customFields", "metadata"}) Map<String, Object> custom,
      @JsonProperty("phone") @JsonAlias({"phoneNumber", "phone_number"}) @Nullable String phone,
      Map<String, Object> additionalProperties) {}

  public record Plain(int count, long size, boolean active, double score, @Nullable String name) {}

  public record Envelope<T>(@Nullable T data, Map<String, Object> additionalProperties) {}

  private static final JsonType<Thing> THING = JsonType.of(Thing.class);

  private static InputStream stream(String text) {
    return stream(text, StandardCharsets.UTF_8);
  }

  private static InputStream stream(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  /** Makes the type's reader anew each time, because that is tested too. */
  private static Thing read(String json) {
    return JsonType.of(Thing.class).read(stream(json.replace('\'', '"')));
  }

  @Test
  void nothingIsRequired() {
    Thing thing = read("{}");
    assertThat(thing.id()).isNull();
    assertThat(thing.tags()).isEmpty();
    assertThat(thing.owners()).isEmpty();
    assertThat(thing.custom()).isEmpty();
    assertThat(thing.additionalProperties()).isEmpty();
  }

  @Test
  void nullsAreAsIfAbsent() {
    Thing thing = read("{'_id':null,'tags':null,'owner':null,'custom':null,'count':null,'x':null}");
    assertThat(thing.tags()).isEmpty();
    assertThat(thing.custom()).isEmpty();
    assertThat(thing.owner()).isNull();
    assertThat(thing.additionalProperties()).containsOnlyKeys("x");
  }

  @Test
  void aComponentIsFoundInCamelCaseAndInSnakeCase() {
    assertThat(read("{'firstName':'Asha'}").firstName()).isEqualTo("Asha");
    assertThat(read("{'first_name':'Asha'}").firstName()).isEqualTo("Asha");
    assertThat(read("{'created_at':'2026-02-01T10:00:00Z'}").createdAt())
        .isEqualTo("2026-02-01T10:00:00Z");
  }

  @Test
  void aComponentIsFoundUnderEachOfItsNames() {
    assertThat(read("{'_id':'1'}").id()).isEqualTo("1");
    assertThat(read("{'id':'1'}").id()).isEqualTo("1");
    assertThat(read("{'phone_number':'1'}").phone()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'_id':'1','id':'2'}", "{'id':'2','_id':'1'}"})
  void theFirstOfItsNamesWinsInAnyOrderAndTheOtherIsKept(String json) {
    Thing thing = read(json);
    assertThat(thing.id()).isEqualTo("1");
    assertThat(thing.additionalProperties()).isEqualTo(Map.of("id", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'phone':'a','phoneNumber':'b','phone_number':'c'}",
        "{'phone_number':'c','phoneNumber':'b','phone':'a'}",
        "{'phoneNumber':'b','phone_number':'c','phone':'a'}"
      })
  void ofThreeNamesTheOthersAreKeptInAnyOrder(String json) {
    Thing thing = read(json);
    assertThat(thing.phone()).isEqualTo("a");
    assertThat(thing.additionalProperties())
        .isEqualTo(Map.of("phoneNumber", "b", "phone_number", "c"));
  }

  @Test
  void theSameValueUnderTwoNamesIsNotKeptTwice() {
    Thing thing = read("{'id':'1','_id':'1'}");
    assertThat(thing.id()).isEqualTo("1");
    assertThat(thing.additionalProperties()).isEmpty();
  }

  @Test
  void mapsUnderSeveralNamesAreMergedAndThePreferredNamesEntriesWin() {
    for (String json :
        List.of(
            "{'custom':{'a':1,'b':1},'metadata':{'b':2,'c':2}}",
            "{'metadata':{'b':2,'c':2},'custom':{'a':1,'b':1}}")) {
      assertThat(read(json).custom()).isEqualTo(Map.of("a", 1, "b", 1, "c", 2));
    }
  }

  @Test
  void ofADuplicateKeyTheLastValueCounts() {
    Thing thing = read("{'first_name':'a','first_name':'b','x':1,'x':2}");
    assertThat(thing.firstName()).isEqualTo("b");
    assertThat(thing.additionalProperties()).isEqualTo(Map.of("x", 2));
  }

  @Test
  void whatHasNoComponentIsKeptAsItIs() {
    Thing thing = read("{'new':{'deep':[1,'two',null,{'x':2.5}]},'big':123456789012345678901}");
    assertThat(thing.additionalProperties().get("big"))
        .isEqualTo(new BigInteger("123456789012345678901"));
    assertThat(thing.additionalProperties().get("new"))
        .hasToString("{deep=[1, two, null, {x=2.5}]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "count, `'many'`, many",
        "count, 99999999999, 99999999999",
        "count, 1.5, 1.5",
        "count, true, true",
        "size, 123456789012345678901, 123456789012345678901",
        "score, `'high'`, high",
        "active, `'yes'`, yes",
        "active, 1, 1",
        "createdAt, `'yesterday'`, yesterday",
        "createdAt, 1760000000, 1760000000",
        "firstName, `{'a':1}`, {a=1}",
        "firstName, [1], [1]",
        "status, `{'a':1}`, {a=1}",
        "status, `' '`, ` `",
        "custom, `'text'`, text",
        "owner, [1], [1]",
        "owner, `' '`, ` `"
      })
  void aValueOfAnotherKindIsKeptBesideTheRecord(String name, String json, String kept) {
    Thing thing = read("{'" + name + "':" + json + ",'tags':['after']}");
    assertThat(thing.additionalProperties()).containsOnlyKeys(name);
    assertThat(thing.additionalProperties().get(name)).hasToString(kept);
    assertThat(thing.tags()).containsExactly("after");
  }

  @Test
  void scalarsAreReadFromWhateverScalarIsSent() {
    Thing thing =
        read(
            "{'_id':17,'firstName':true,'count':'5','size':5.0,'score':'2.5','active':'TRUE',"
                + "'status':3,'phone':919876543210}");
    assertThat(thing.id()).isEqualTo("17");
    assertThat(thing.firstName()).isEqualTo("true");
    assertThat(thing.count()).isEqualTo(5);
    assertThat(thing.size()).isEqualTo(5L);
    assertThat(thing.score()).isEqualTo(2.5);
    assertThat(thing.active()).isTrue();
    assertThat(thing.status()).isEqualTo(Status.of("3"));
    assertThat(thing.phone()).isEqualTo("919876543210");
    assertThat(thing.additionalProperties()).isEmpty();
  }

  @Test
  void aKnownStatusIsTheConstantHoweverItIsMade() {
    assertThat(read("{'status':'new'}").status()).isSameAs(Status.NEW).isSameAs(Status.of("new"));
    assertThat(Status.NEW.isKnown()).isTrue();
    assertThat(Status.NEW).hasToString("new");
  }

  @Test
  void anUnknownStatusIsEqualByItsText() {
    assertThat(Status.of("other"))
        .isEqualTo(Status.of("other"))
        .hasSameHashCodeAs(Status.of("other"))
        .isNotEqualTo(Status.of("Other"))
        .isNotEqualTo(Status.NEW)
        .isNotEqualTo("other");
    assertThat(Status.of("other").isKnown()).isFalse();
    assertThatThrownBy(() -> Status.of(null)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anUnknownStatusIsKept() {
    assertThat(read("{'status':'brand-new'}").status()).isEqualTo(Status.of("brand-new"));
  }

  @Test
  void anIdInPlaceOfTheObjectMakesARecordOfThatIdAlone() {
    assertThat(read("{'owner':'o-1'}").owner()).isEqualTo(new Owner("o-1", null));
    assertThat(read("{'owners':['o-1',{'id':'o-2','name':'B'},3]}").owners())
        .containsExactly(new Owner("o-1", null), new Owner("o-2", "B"), new Owner("3", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"OK\"", "17", "true", "[]", "[1]"})
  void aWholeAnswerThatIsNoObjectIsNoRecord(String json) {
    assertThatThrownBy(() -> THING.read(stream(json)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("another shape")
        .hasMessageNotContaining("OK");
  }

  @Test
  void aSingleValueInPlaceOfAListIsAListOfOne() {
    assertThat(read("{'tags':'a'}").tags()).containsExactly("a");
    assertThat(read("{'owners':{'id':'1'}}").owners()).containsExactly(new Owner("1", null));
  }

  @Test
  void nullsInAListAreLeftOut() {
    assertThat(read("{'tags':[null,'a',null]}").tags()).containsExactly("a");
  }

  @Test
  void aListWithAnElementOfAnotherKindIsKeptWholeBesideTheRecord() {
    Thing thing = read("{'firstName':'Asha','tags':['a',null,17,['x',{'y':1}],'b'],'phone':'1'}");
    assertThat(thing.tags()).isEmpty();
    assertThat(thing.additionalProperties())
        .isEqualTo(
            Map.of("tags", Arrays.asList("a", null, "17", List.of("x", Map.of("y", 1)), "b")));
    assertThat(thing.firstName()).isEqualTo("Asha");
    assertThat(thing.phone()).isEqualTo("1");
  }

  @Test
  void aMapWithAValueOfAnotherKindIsKeptWholeBesideTheRecord() {
    Counts counts =
        JsonType.of(Counts.class)
            .read(stream("{\"counts\":{\"a\":1,\"b\":null,\"c\":\"many\",\"d\":[2]},\"x\":3}"));
    assertThat(counts.counts()).isEmpty();
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("a", 1L);
    kept.put("b", null);
    kept.put("c", "many");
    kept.put("d", List.of(2));
    assertThat(counts.additionalProperties()).isEqualTo(Map.of("counts", kept, "x", 3));
  }

  public record Counts(Map<String, Long> counts, Map<String, Object> additionalProperties) {}

  public record Row(@Nullable String name, Map<String, Object> additionalProperties) {
    public Row {
      if ("refused".equals(name)) {
        throw new IllegalArgumentException("refused");
      }
    }
  }

  public record Rows(
      List<Row> rows, @Nullable Row first, Map<String, Object> additionalProperties) {}

  private static Row unreadable(@Nullable Object raw) {
    return new Row(null, Collections.singletonMap(JsonType.UNREADABLE, raw));
  }

  @Test
  void aRowThatCannotBeReadStaysInItsPlaceAndTheOthersAreRead() {
    List<Row> expected =
        List.of(
            new Row("a", Map.of()),
            unreadable(null),
            unreadable("text"),
            unreadable(List.of(1, Map.of("x", true))),
            unreadable(Map.of("name", "refused", "other", List.of(2))),
            new Row("b", Map.of("x", 1)));
    String rows =
        "[{\"name\":\"a\"},null,\"text\",[1,{\"x\":true}],{\"name\":\"refused\",\"other\":[2]},"
            + "{\"name\":\"b\",\"x\":1}]";
    assertThat(new JsonType<List<Row>>() {}.read(stream(rows))).isEqualTo(expected);
    assertThat(JsonType.of(Rows.class).read(stream("{\"rows\":" + rows + ",\"more\":1}")))
        .isEqualTo(new Rows(expected, null, Map.of("more", 1)));
    assertThat(
            new JsonType<Envelope<List<Row>>>() {}.read(stream("{\"data\":" + rows + "}")).data())
        .isEqualTo(expected);
  }

  public record Strict<T>(
      @ArrayOnly @Nullable T rows, Map<String, @Nullable Object> additionalProperties) {}

  @Test
  void whereOnlyAnArrayWillDoASingleValueIsNoListOfOne() {
    JsonType<Strict<List<Row>>> type = new JsonType<>() {};
    assertThat(type.read(stream("{\"rows\":[{\"name\":\"a\"}]}")).rows())
        .containsExactly(new Row("a", Map.of()));
    assertThat(type.read(stream("{\"rows\":null}"))).isEqualTo(new Strict<>(null, Map.of()));
    assertThat(type.read(stream("{\"rows\":{\"name\":\"a\"}}")))
        .isEqualTo(new Strict<>(null, Map.of("rows", Map.of("name", "a"))));
    assertThat(new JsonType<Strict<Row>>() {}.read(stream("{\"rows\":{\"name\":\"a\"}}")).rows())
        .isEqualTo(new Row("a", Map.of()));
  }

  @Test
  void aRowThatCannotBeReadIsWrittenAsItWasRead() {
    String body = "[{\"name\":\"a\"},null,\"text\",[1],{\"name\":\"refused\",\"x\":1}]";
    List<Row> rows = new JsonType<List<Row>>() {}.read(stream(body));
    assertThat(new String(Json.write(rows), StandardCharsets.UTF_8)).isEqualTo(body);
  }

  @Test
  void anObjectThatItsRecordRefusesIsKeptBesideItsOwner() {
    Rows rows =
        JsonType.of(Rows.class)
            .read(stream("{\"first\":{\"name\":\"refused\",\"x\":1},\"rows\":[{\"name\":\"a\"}]}"));
    assertThat(rows.first()).isNull();
    assertThat(rows.rows()).hasSize(1);
    assertThat(rows.additionalProperties())
        .isEqualTo(Map.of("first", Map.of("name", "refused", "x", 1)));
  }

  public record Checked(@Nullable String id, @Nullable Instant at, List<Owner> owners) {
    public Checked {
      throw new IllegalArgumentException("never");
    }
  }

  public record HoldsChecked(@Nullable Checked it, Map<String, Object> additionalProperties) {}

  @Test
  void whatWasReadOfARefusedObjectIsKeptAsItWasSent() {
    String sent = "{'id':'1','at':'2026-02-01T10:00:00Z','owners':[{'id':'2'},null],'x':null}";
    HoldsChecked read =
        JsonType.of(HoldsChecked.class).read(stream(("{'it':" + sent + "}").replace('\'', '"')));
    assertThat(read.additionalProperties())
        .hasToString("{it={id=1, at=2026-02-01T10:00:00Z, owners=[{id=2}], x=null}}");
    assertThat(
            JsonType.of(HoldsChecked.class).read(stream("{\"it\":\"1\"}")).additionalProperties())
        .isEqualTo(Map.of("it", "1"));
  }

  @Test
  void whatNoRecordCanKeepIsAClearFailureThatQuotesNothing() {
    List<Map.Entry<JsonType<?>, String>> bodies =
        List.of(
            Map.entry(new JsonType<List<Owner>>() {}, "[{\"id\":\"1\"},[\"canary\"]]"),
            Map.entry(new JsonType<List<String>>() {}, "[\"a\",[\"canary\"]]"),
            Map.entry(new JsonType<Map<String, Long>>() {}, "{\"a\":1,\"b\":\"canary\"}"),
            Map.entry(JsonType.of(Checked.class), "{\"id\":\"canary\"}"));
    bodies.forEach(
        (body) ->
            assertThatThrownBy(() -> body.getKey().read(stream(body.getValue())))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("additionalProperties")
                .hasMessageNotContaining("canary"));
  }

  public record Node(@Nullable String id, List<Node> children, @Nullable Node parent) {}

  public record Pair<T>(
      @Nullable T value, List<Pair<T>> others, @Nullable Envelope<List<T>> more) {}

  @Test
  void aRecordMayHoldItself() {
    Node tree =
        JsonType.of(Node.class)
            .read(
                stream(
                    "{\"id\":\"1\",\"children\":[{\"id\":\"2\",\"children\":[\"3\"]}],"
                        + "\"parent\":{\"id\":\"0\"}}"));
    assertThat(tree.children().get(0).children()).containsExactly(new Node("3", List.of(), null));
    assertThat(tree.parent()).isEqualTo(new Node("0", List.of(), null));
    Pair<Long> pair =
        new JsonType<Pair<Long>>() {}.read(
            stream("{\"value\":\"1\",\"others\":[{\"value\":\"2\"}],\"more\":{\"data\":[\"3\"]}}"));
    assertThat(pair.others().get(0).value()).isEqualTo(2L);
    assertThat(pair.more().data()).containsExactly(3L);
  }

  @Test
  void whatIsReadCannotBeChanged() {
    Thing thing = read("{'tags':['a'],'custom':{'m':{'n':1}},'x':[1]}");
    assertThatThrownBy(() -> thing.tags().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> thing.custom().put("b", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> thing.additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aPropertyCalledAdditionalPropertiesIsJustAProperty() {
    assertThat(read("{'additionalProperties':{'a':1}}").additionalProperties())
        .isEqualTo(Map.of("additionalProperties", Map.of("a", 1)));
  }

  @Test
  void recordsOfPrimitivesAreReadWithTheirZeros() {
    JsonType<Plain> type = JsonType.of(Plain.class);
    assertThat(type.read(stream("{}"))).isEqualTo(new Plain(0, 0, false, 0, null));
    assertThat(
            type.read(
                stream("{\"count\":1,\"size\":2,\"active\":true,\"score\":3,\"name\":\"n\"}")))
        .isEqualTo(new Plain(1, 2, true, 3, "n"));
    assertThat(type.read(stream("{\"count\":null}")).count()).isZero();
  }

  private record Hidden(@Nullable String name) {}

  @Test
  void aPrivateRecordCanBeRead() {
    assertThat(JsonType.of(Hidden.class).read(stream("{\"name\":\"n\"}")))
        .isEqualTo(new Hidden("n"));
  }

  @Test
  void genericTypesAreReadWithTheirArguments() {
    Envelope<List<Owner>> envelope =
        new JsonType<Envelope<List<Owner>>>() {}.read(
            stream("{\"data\":[{\"id\":\"1\"}],\"m\":1}"));
    assertThat(envelope.data()).containsExactly(new Owner("1", null));
    assertThat(envelope.additionalProperties()).containsEntry("m", 1);
    Map<String, List<Long>> map =
        new JsonType<Map<String, List<Long>>>() {}.read(stream("{\"a\":[1,2],\"b\":null}"));
    assertThat(map).isEqualTo(Map.of("a", List.of(1L, 2L)));
  }

  @Test
  void repeatedTextsOfOneBodyAreOneString() {
    JsonType<List<Owner>> owners = new JsonType<>() {};
    String body =
        IntStream.range(0, 200)
            .mapToObj(i -> "{\"id\":\"" + i + "\",\"name\":\"Asia/Kolkata\"}")
            .collect(Collectors.joining(",", "[", "]"));
    List<Owner> read = owners.read(stream(body));
    assertThat(read.get(199).name()).isEqualTo("Asia/Kolkata").isSameAs(read.get(198).name());
    assertThat(owners.read(stream(body)))
        .isEqualTo(read)
        .last()
        .extracting(Owner::name)
        .isNotSameAs(read.get(199).name());
  }

  @Test
  void textsThatAreAlmostAlikeAreNotMixed() {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(45); length > 0; length--) {
        text.append("ab\u00e9\u20ac".charAt(random.nextInt(i % 4 + 1)));
      }
      texts.add(text.toString());
    }
    assertThat(new JsonType<List<String>>() {}.read(new ByteArrayInputStream(Json.write(texts))))
        .isEqualTo(texts);
    assertThat(Json.read(Json.write(texts))).isEqualTo(texts);
  }

  /** Has no way to be made of its text. */
  public static final class Fixed extends OpenValue {
    private Fixed(String value) {
      super(value);
    }

    @SuppressWarnings("unused")
    Fixed of(String value) {
      return new Fixed(value);
    }
  }

  /** Its annotation is not one that the SDK's own reader knows. */
  private record Ignoring(@JsonIgnore String secret) {}

  @ParameterizedTest
  @ValueSource(classes = {Fixed.class, Thread.class, Ignoring.class})
  void aClassThatOnlyACodecCanReadIsRefusedWithoutOne(Class<?> type) {
    JsonType<?> named = JsonType.of(type);
    for (ThrowingCallable way :
        List.<ThrowingCallable>of(
            () -> named.check("t.get", null), () -> named.read(stream("{}"), null))) {
      assertThatThrownBy(way)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(type.getName());
    }
    if (type != Fixed.class) {
      assertThatThrownBy(() -> named.check("t.get", null))
          .hasMessageStartingWith("t.get: ")
          .hasMessageContaining("contact-sdk-jackson3");
    }
  }

  public record Own<T>(@Nullable T a) implements SdkRecord {}

  public record Theirs(@Nullable String a) {}

  /** Reads nothing but says what it was asked for. */
  private static final class Asked implements JsonCodec {
    @Override
    public @Nullable Object read(InputStream in, Type type) {
      throw new MalformedJsonException(type.getTypeName());
    }

    @Override
    public byte[] write(Object value) {
      throw new AssertionError("not asked to write");
    }

    @Override
    public @Nullable Object convert(@Nullable Object value, Type type) {
      return null;
    }
  }

  @Test
  void aCodecReadsTheApplicationsTypesAndTheSdkItsOwn() throws IOException {
    Asked codec = new Asked();
    assertThat(JsonType.of(Own.class).read(stream("{\"a\":1}"), codec).a()).isEqualTo(1);
    assertThat(new JsonType<List<Map<String, Instant>>>() {}.read(stream("[]"), codec)).isEmpty();
    List<JsonType<?>> theirs =
        List.of(
            JsonType.of(Theirs.class),
            JsonType.of(Thread.class),
            new JsonType<List<Theirs>>() {},
            new JsonType<Own<Theirs>>() {});
    for (JsonType<?> type : theirs) {
      type.check("t.get", codec);
      assertThatThrownBy(() -> type.read(stream("{}"), codec))
          .isInstanceOf(MalformedJsonException.class)
          .hasMessageContaining(".");
    }
    assertThatThrownBy(() -> JsonType.of(Theirs.class).convert(Map.of(), codec))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("null");
    assertThat(JsonType.of(Theirs.class).convert(Map.of("a", "x"), null).a()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1234567890123456789",
        "123456789012345678901234567890",
        "1E+400",
        "1E-400",
        "12345678901234567.5",
        "-0.0",
        "0.1",
        "1.5E300",
        "-9223372036854775808"
      })
  void aNumberComesBackAsItWent(String number) {
    Object read = Json.read(("[" + number + "]").getBytes(StandardCharsets.UTF_8));
    assertThat(new String(Json.write(read), StandardCharsets.UTF_8)).isEqualTo("[" + number + "]");
  }

  @Test
  void aDecimalIsADoubleWhereThatIsExact() {
    assertThat(Json.read("[0.1,1.50,0.12345678901234567890]".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(List.of(0.1, 1.5, new BigDecimal("0.12345678901234567890")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void theUnicodeEncodingsAreRecognised(String charset) {
    InputStream in = stream("{\"firstName\":\"Zoë 😀\"}", Charset.forName(charset));
    assertThat(THING.read(in).firstName()).isEqualTo("Zoë 😀");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(THING.read(stream("\uFEFF{\"firstName\":\"a\"}")).firstName()).isEqualTo("a");
  }

  @Test
  void bytesInAWrongCharsetAreNotJson() {
    assertThatThrownBy(
            () -> THING.read(stream("{\"firstName\":\"Zoë\"}", StandardCharsets.ISO_8859_1)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "<html>canary</html>",
        "canary",
        "{",
        "{\"canary\"",
        "{\"a\":",
        "{\"a\":1",
        "[1,",
        "{\"a\":1}}",
        "{} {}",
        "{}canary",
        "{'a':1}",
        "{\"a\":NaN}",
        "{a:1}",
        "nul",
        "\"",
        "{\"a\":\"\\ud8\"}",
        "// canary\n{}",
        "{\"a\":1,}",
        "01",
        "\u0000"
      })
  void whatIsNotJsonIsAClearFailureThatQuotesNothing(String text) {
    assertThatThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
    assertThatThrownBy(() -> THING.read(stream(text)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aBodyOfNullIsAClearFailure() {
    assertThatThrownBy(() -> THING.read(stream("null")))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("null");
    assertThat(Json.read("null".getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void deepNestingIsBounded() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String deepObjects = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThatThrownBy(() -> Json.read(deep.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(() -> THING.read(stream(deepObjects)))
        .isInstanceOf(MalformedJsonException.class);
    String allowed = "[".repeat(150) + "]".repeat(150);
    assertThat(Json.read(allowed.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void aHugeStringIsBoundedAndALongOneIsRead() {
    String long7 = "{\"firstName\":\"" + "x".repeat(7_000_000) + "\"}";
    String long10 = "{\"firstName\":\"" + "x".repeat(10_000_000) + "\"}";
    assertThat(THING.read(stream(long7)).firstName()).hasSize(7_000_000);
    assertThatThrownBy(() -> THING.read(stream(long10)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageNotContaining("xxx");
  }

  @Test
  void aHugeNumberIsAnAnswerOrAClearFailure() {
    String digits = "9".repeat(5000);
    for (String name : List.of("count", "size", "score", "firstName", "x", "active")) {
      for (String number : List.of(digits, "1e999999999", "-1e-999999999", "1e400", "-0")) {
        try {
          assertThat(read("{'" + name + "':" + number + "}")).isNotNull();
        } catch (MalformedJsonException e) {
          assertThat(e).hasMessageNotContaining("9999");
        }
      }
    }
  }

  @Test
  void aFailureWhileReadingSaysWhatFailed() {
    InputStream broken =
        new FilterInputStream(stream("{}")) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("the stream broke");
          }
        };
    assertThatThrownBy(() -> THING.read(broken))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("the stream broke");
  }

  @Test
  void anyBytesGiveARecordOrAMalformedJsonException() {
    String template =
        "{\"_id\":\"1\",\"first_name\":\"Asha\",\"count\":5,\"owner\":{\"id\":\"2\"},"
            + "\"tags\":[\"a\",null],\"created_at\":\"2026-02-01T10:00:00Z\",\"status\":\"new\","
            + "\"custom\":{\"a\":{\"b\":[1,2.5,true]}},\"score\":1e3,\"x\":\"\\u00e9\"}";
    byte[] good = template.getBytes(StandardCharsets.UTF_8);
    byte[] pieces =
        "{}[]:,\"\\0123456789.eE+-truefalsnl \n\u0000\u007fid".getBytes(StandardCharsets.US_ASCII);
    Random random = new Random(7);
    int read = 0;
    boolean quoted = false;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = good.clone();
      int changes = 1 + random.nextInt(3);
      for (int c = 0; c < changes; c++) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            random.nextInt(10) == 0
                ? (byte) random.nextInt(256)
                : pieces[random.nextInt(pieces.length)];
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      try {
        THING.read(new ByteArrayInputStream(bytes, 0, length));
        read++;
      } catch (MalformedJsonException expected) {
        quoted |= expected.getMessage().contains("Asha");
      }
    }
    assertThat(quoted).isFalse();
    assertThat(read).isBetween(1000, 99_000);
  }

  @Test
  void textsThatDifferOnlyInTheirFirstCharacterAreNotMixed() {
    List<String> texts =
        IntStream.range(0x4e00, 0x6000).mapToObj(first -> (char) first + "xyz").toList();
    assertThat(Json.read(Json.write(texts))).isEqualTo(texts);
  }

  /** Has more static methods than the one that makes it of its text. */
  @SuppressWarnings("unused")
  public static final class Chosen extends OpenValue {
    private Chosen(String value) {
      super(value);
    }

    static Chosen from(String value) {
      return new Chosen("from " + value);
    }

    static Chosen of(int number) {
      return new Chosen("number " + number);
    }

    static String of(String first, String second) {
      return first + second;
    }

    static Chosen of(String value) {
      return new Chosen(value);
    }
  }

  @Test
  void anOpenValueIsMadeByItsMethodOfText() {
    assertThat(JsonType.of(Chosen.class).read(stream("\"a\"")).value()).isEqualTo("a");
  }

  public record OnlyOthers(Map<String, Object> additionalProperties) {}

  @Test
  void aRowThatCannotBeReadIsKeptByARecordOfOtherPropertiesOnly() {
    List<OnlyOthers> read = new JsonType<List<OnlyOthers>>() {}.read(stream("[{\"a\":1},[2]]"));
    assertThat(read)
        .containsExactly(
            new OnlyOthers(Map.of("a", 1)),
            new OnlyOthers(Map.of(JsonType.UNREADABLE, List.of(2))));
  }
}

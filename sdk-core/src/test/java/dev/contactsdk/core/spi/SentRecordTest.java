package dev.contactsdk.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a record of a listing may be the one that a create sent. */
class SentRecordTest {
  private static final JsonType<Thing> THING = JsonType.of(Thing.class);

  private final VirtualClock time = new VirtualClock();
  private final ApiEngine engine = TestClient.of(ScriptedTransport.of(), time).open();

  record Thing(
      @Nullable String id,
      @Nullable String name,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {}

  private static final class NewThing extends RequestObject {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    NewThing(Map<String, ?> written) {
      super(written);
    }
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private SentRecord sent(String json) {
    if (!(Json.read(json(json).getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> written)) {
      throw new IllegalArgumentException(json);
    }
    @SuppressWarnings("unchecked") // names of JSON are texts
    NewThing thing = new NewThing((Map<String, ?>) written);
    return SentRecord.of(engine, "t.create", thing, THING, RunStart.of(engine));
  }

  private static Thing shown(String json) {
    return THING.read(new ByteArrayInputStream(json(json).getBytes(StandardCharsets.UTF_8)));
  }

  private boolean mayBe(String sent, String shown) {
    return sent(sent).mayBe(shown(shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'A','age':5}       | {'id':'1','name':'A','age':5,'more':'x'}",
        "{'name':'A'}               | {'id':'1'}",
        "{'name':'A'}               | {'name':null}",
        "{'name':'A'}               | {'name':' '}",
        "{'tags':['a','b']}         | {'tags':['b','a']}",
        "{'tags':['a']}             | {'tags':[]}",
        "{'tags':['a']}             | {'tags':['a',{'id':'theirs'}]}",
        "{'custom':{'a':1}}         | {'custom':{}}",
        "{'custom':{'a':1}}         | {'custom':{'a':'1','b':2}}",
        "{'custom':{}}              | {'custom':{'b':2}}",
        "{'custom':{'a':1,'b':2}}   | {'custom':{'a':1}}",
        "{'age':5}                  | {'age':'5.0'}",
        "{'age':'5'}                | {'age':5}",
        "{'mail':'Asha@Example.com'}| {'mail':'asha@example.COM'}",
        "{'x':' a '}                | {'x':'a'}",
        "{'x':'Zoe\u0308'}          | {'x':'Zo\u00EB'}",
        "{'x':true}                 | {'x':'true'}"
      })
  void sameValuesInAnyForm(String sent, String shown) {
    assertThat(mayBe(sent, shown)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'A'}               | {'name':'B'}",
        "{'name':'A'}               | {'name':'a'}",
        "{'note':null}              | {'note':'x'}",
        "{'tags':['a','b']}         | {'tags':['a']}",
        "{'tags':['a']}             | {'tags':['a','b']}",
        "{'tags':['a']}             | {'tags':'a'}",
        "{'custom':{'a':1}}         | {'custom':{'a':2}}",
        "{'custom':{'a':1}}         | {'custom':{'b':2}}",
        "{'custom':{'a':1}}         | {'custom':'a'}",
        "{'x':'a'}                  | {'x':['a']}",
        "{'x':'a'}                  | {'x':{'a':1}}",
        "{'age':5}                  | {'age':6}",
        "{'age':5}                  | {'age':'five'}",
        "{'age':'five'}             | {'age':5}",
        "{'age':1}                  | {'age':'1.0000000000000000000000000000000000000000'}"
      })
  void anotherValueIsAnotherRecord(String sent, String shown) {
    assertThat(mayBe(sent, shown)).isFalse();
  }

  @Test
  void aNumberMayBeWrittenInFortyCharacters() {
    assertThat(mayBe("{'age':1}", "{'age':'1." + "0".repeat(38) + "'}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'status':'INACTIVE'",
        "'state':'Deleted'",
        "'active':false",
        "'isActive':0",
        "'is_enabled':'No'",
        "'enabled':'false'",
        "'deleted':true",
        "'is_deleted':1",
        "'deletedAt':'2026-11-28T00:00:00Z'",
        "'deleted_on':'yesterday'",
        "'archived':'yes'",
        "'isArchived':true",
        "'archived_at':5",
        "'removed':true",
        "'disabled':true",
        "'is_disabled':true"
      })
  void aDeletedRecordIsNotTheNewOne(String property) {
    assertThat(mayBe("{'name':'A'}", "{'name':'A'," + property + "}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'status':'ACTIVE'",
        "'status':null",
        "'state':''",
        "'active':true",
        "'enabled':1",
        "'deleted':false",
        "'isDeleted':0",
        "'deletedAt':null",
        "'archived':'no'",
        "'disabled':'FALSE'",
        "'other':'deleted'"
      })
  void aRecordThatIsThereMayBe(String property) {
    assertThat(mayBe("{'name':'A'}", "{'name':'A'," + property + "}")).isTrue();
  }

  @Test
  void anOlderRecordIsNotTheNewOne() {
    Thing before = made(Duration.ofMinutes(-11));
    Thing aBitBefore = made(Duration.ofMinutes(-9));
    SentRecord sent = sent("{'name':'A'}");

    assertThat(sent.mayBe(before)).isFalse();
    assertThat(sent.mayBe(aBitBefore)).isTrue();
    assertThat(sent.mayBe(shown("{'name':'A','created_at':'last week'}"))).isFalse();
  }

  private Thing made(Duration later) {
    return shown("{'name':'A','createdAt':'" + time.now().plus(later) + "'}");
  }

  @Test
  void whatTheCallerComparesIsLeftOut() {
    SentRecord sent = sent("{'name':'A','phone':'1'}");

    assertThat(sent.mayBe(shown("{'phone':'2'}"))).isFalse();
    assertThat(sent.except("phone").mayBe(shown("{'phone':'2'}"))).isTrue();
    assertThat(sent.except("phone").mayBe(shown("{'name':'B','phone':'2'}"))).isFalse();
  }

  @Test
  void aRecordOfAnotherPlaceIsAnother() {
    SentRecord sent = sent("{'name':'A','phone':'1'}").in(Map.of("accountId", "a1"));

    assertThat(sent.mayBe(shown("{'name':'A','accountId':'a1'}"))).isTrue();
    assertThat(sent.mayBe(shown("{'name':'A'}"))).isTrue();
    assertThat(sent.mayBe(shown("{'name':'A','accountId':'a2'}"))).isFalse();
    assertThat(sent.except("phone").mayBe(shown("{'accountId':'a2'}"))).isFalse();
  }

  @Test
  void itsTextHasNoValues() {
    assertThat(sent("{'name':'Canary'}")).hasToString("SentRecord");
  }
}

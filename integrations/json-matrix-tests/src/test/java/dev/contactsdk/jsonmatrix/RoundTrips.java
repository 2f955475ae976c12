package dev.contactsdk.jsonmatrix;

import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.OpenValue;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.KoreIceServer;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.io.ByteArrayInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loaded anew for each line of Jackson, with the SDK: says in text what went wrong. */
public final class RoundTrips implements Callable<List<String>> {
  private static final String CURSOR = "c2~t.list~20~2~10~PAGE~20~20~55~10~AAAAAAAAAAE";

  private final List<String> problems = new ArrayList<>();
  private final List<Mapper> mappers;
  private int checks;

  /** An application's type: its names are its mapper's business. */
  public record Crm(String accountTier, BigDecimal score) {}

  public RoundTrips(Supplier<List<Mapper>> mappers) {
    this.mappers = mappers.get();
  }

  /** The problems, and at the end how many checks were made. */
  @Override
  public List<String> call() throws Exception {
    List<Class<?>> types = new ArrayList<>(PublicTypes.besides(KoreContact.class));
    types.addAll(PublicTypes.besides(TruedyContact.class));
    types.add(Page.class);
    for (Mapper mapper : mappers) {
      checkRecords(mapper, types);
      checkRequests(mapper, types);
      checkOpenValues(mapper, types);
      checkGeneric(mapper);
      checkCredentials(mapper);
      checkCodec(mapper);
    }
    problems.add("checks: " + checks);
    return problems;
  }

  private void checkRecords(Mapper mapper, List<Class<?>> types) throws Exception {
    for (Class<?> type : types) {
      if (type.isRecord() && type.getTypeParameters().length == 0) {
        checkSame(mapper, Filled.record(type), type);
        checkSame(mapper, Filled.empty(type), type);
        checkReadBySdk(mapper, Filled.record(type), type);
      }
    }
  }

  /** What a mapper wrote the SDK's own reader reads too, unless it has changed the names. */
  private void checkReadBySdk(Mapper mapper, Object value, Class<?> type) throws Exception {
    if (mapper.name().startsWith("names changed")
        || Stream.of(type.getRecordComponents()).anyMatch(c -> isRequest(c.getType()))) {
      return;
    }
    String json = mapper.write(value);
    Object read =
        JsonType.of(type).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    check(mapper, read.equals(value), "the SDK's reader reads another " + type + " from " + json);
  }

  private static boolean isRequest(Class<?> type) {
    return RequestObject.class.isAssignableFrom(type) && type != RequestObject.class;
  }

  private void checkRequests(Mapper mapper, List<Class<?>> types) throws Exception {
    for (Class<?> type : types) {
      if (isRequest(type)) {
        checkSame(mapper, Samples.request(type), type);
      }
    }
    checkSame(mapper, CellPhone.of("+91", "9876543210"), CellPhone.class);
  }

  private void checkOpenValues(Mapper mapper, List<Class<?>> types) throws Exception {
    for (Class<?> type : types) {
      if (OpenValue.class.isAssignableFrom(type)) {
        Object value = type.getMethod("of", String.class).invoke(null, "a new one");
        check(mapper, mapper.write(value).equals("\"a new one\""), type + " is no plain text");
        checkSame(mapper, value, type);
      }
    }
  }

  private void checkGeneric(Mapper mapper) throws Exception {
    Object contact = Filled.record(KoreContact.class);
    PageCursor cursor = PageCursor.parse(CURSOR);
    checkSame(
        mapper,
        new Page<>(List.of(contact, Filled.empty(KoreContact.class)), 55L, 10, cursor),
        of(Page.class, KoreContact.class));
    checkSame(mapper, new Page<>(List.of(), null, 0, null), of(Page.class, KoreContact.class));
    checkSame(mapper, new Deleted<>(true, contact), of(Deleted.class, KoreContact.class));
    checkSame(mapper, cursor, PageCursor.class);
    check(mapper, mapper.write(cursor).equals('"' + CURSOR + '"'), "a cursor is no plain text");
    Object changes = Filled.record(KoreAgent.class);
    Object back = mapper.read(mapper.write(changes), KoreAgent.class);
    check(
        mapper,
        ((KoreAgent) back).toChanges().build().equals(((KoreAgent) changes).toChanges().build()),
        "changes begin differently after reading back");
    KoreAgent blank =
        (KoreAgent) mapper.read(mapper.write(Filled.empty(KoreAgent.class)), KoreAgent.class);
    check(
        mapper,
        blank.toChanges().build().properties().isEmpty(),
        "what was not answered is sent after reading back");
  }

  private void checkCredentials(Mapper mapper) throws Exception {
    KoreIceServer server = new KoreIceServer("turn:a", null, "u", Filled.CREDENTIAL, Map.of());
    for (Object holder : List.of(server, new Page<>(List.of(server), null, 0, null))) {
      String json = mapper.write(holder);
      check(mapper, !json.contains(Filled.CREDENTIAL), "a credential is printed");
      check(mapper, json.contains("turn:a"), "the server is not printed");
    }
  }

  private void checkCodec(Mapper mapper) throws Exception {
    JsonCodec codec = mapper.codec();
    Crm crm = new Crm("gold", new BigDecimal("0.1234567890123456789"));
    byte[] json = codec.write(crm);
    check(mapper, crm.equals(codec.read(new ByteArrayInputStream(json), Crm.class)), "read");
    String tier = mapper.name().startsWith("names") ? "account_tier" : "accountTier";
    Map<String, Object> fields = Map.of(tier, "gold", "score", crm.score());
    check(mapper, crm.equals(codec.convert(fields, Crm.class)), "convert");
    check(mapper, new String(json, StandardCharsets.UTF_8).contains(tier), "names");
  }

  private void checkSame(Mapper mapper, Object value, Type type) throws Exception {
    String json = mapper.write(value);
    Object back;
    try {
      back = mapper.read(json, type);
    } catch (Exception e) {
      check(mapper, false, json + " cannot be read: " + e);
      return;
    }
    check(mapper, back.equals(value), type.getTypeName() + " changes: " + json);
    Object again = Json.read(mapper.write(back).getBytes(StandardCharsets.UTF_8));
    Object before = Json.read(json.getBytes(StandardCharsets.UTF_8));
    check(mapper, before.equals(again), type.getTypeName() + " is written differently");
  }

  private void check(Mapper mapper, boolean right, String problem) {
    checks++;
    if (!right) {
      problems.add(mapper.name() + ": " + problem);
    }
  }

  private static Type of(Class<?> raw, Class<?> argument) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return new Type[] {argument};
      }

      @Override
      public Type getRawType() {
        return raw;
      }

      @Override
      public @Nullable Type getOwnerType() {
        return null;
      }
    };
  }
}

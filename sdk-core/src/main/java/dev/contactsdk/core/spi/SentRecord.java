package dev.contactsdk.core.spi;

import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.json.SdkRecord;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a create sent, for comparison with the records that the vendor returns. Both sides are read
 * as the vendor's type, so aliases and documented spellings are equal. {@link #toString()} leaves
 * out the properties.
 */
public final class SentRecord {
  private static final Set<String> GONE =
      Set.of("inactive", "deleted", "archived", "removed", "disabled");
  private static final Set<String> NO = Set.of("false", "0", "no");

  /** Longer texts are no numbers that a vendor would write in another way. */
  private static final int LONGEST_NUMBER = 40;

  /** Most creates need no comparison. */
  private final Supplier<? extends SdkRecord> asAnswered;

  private final RunStart start;
  private final Map<String, String> place;
  private final Set<String> apart;
  private @Nullable Map<String, @Nullable Object> properties;

  private SentRecord(
      Supplier<? extends SdkRecord> asAnswered,
      RunStart start,
      Map<String, String> place,
      Set<String> apart) {
    this.asAnswered = asAnswered;
    this.start = start;
    this.place = place;
    this.apart = apart;
  }

  /**
   * Creates a record to look for.
   *
   * @param engine the client's engine
   * @param operation the create's name
   * @param input what was sent
   * @param type what the vendor returns
   * @param start when the run started
   * @return the record; compares all properties
   */
  public static SentRecord of(
      ApiEngine engine,
      String operation,
      RequestObject input,
      JsonType<? extends SdkRecord> type,
      RunStart start) {
    return new SentRecord(
        () -> engine.asAnswered(operation, input, type), start, Map.of(), Set.of());
  }

  /**
   * Sets where the record was created.
   *
   * @param owner properties that show it, such as the account's id
   * @return a changed copy
   */
  public SentRecord in(Map<String, String> owner) {
    return new SentRecord(asAnswered, start, owner, apart);
  }

  /**
   * Leaves out properties that the caller compares, because they have rules of their own.
   *
   * @param names the vendor's names for them
   * @return a changed copy
   */
  public SentRecord except(String... names) {
    return new SentRecord(asAnswered, start, place, Set.of(names));
  }

  /**
   * Whether a returned record may be this one: it is not deleted, this run may have created it, and
   * it shows no property with another value. A property that is missing, null or empty is not
   * shown. Extra properties do not matter. Ignores whether a number is text, the order of lists,
   * and the case of e-mail addresses.
   *
   * @param row the vendor's record
   * @return false also when its creation time cannot be read
   */
  public boolean mayBe(SdkRecord row) {
    Map<String, @Nullable Object> shown = plain(row);
    return shown.entrySet().stream().allMatch(this::mayBeOfThisRun)
        && properties().entrySet().stream()
            .allMatch(sent -> agree(sent.getValue(), shown.get(sent.getKey())));
  }

  private boolean mayBeOfThisRun(Map.Entry<String, @Nullable Object> property) {
    Object value = property.getValue();
    return isEmpty(value)
        || switch (property.getKey().replace("_", "").toLowerCase(Locale.ROOT)) {
          case "createdat" -> start.mayHaveMade(value);
          case "status", "state" -> !GONE.contains(lowerCase(value));
          case "active", "isactive", "enabled", "isenabled" -> !NO.contains(lowerCase(value));
          case "deleted",
              "isdeleted",
              "deletedat",
              "deletedon",
              "archived",
              "isarchived",
              "archivedat",
              "removed",
              "disabled",
              "isdisabled" ->
              NO.contains(lowerCase(value));
          default -> true;
        };
  }

  private static String lowerCase(@Nullable Object value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT);
  }

  private Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> known = properties;
    if (known == null) {
      known = new HashMap<>(plain(asAnswered.get()));
      known.keySet().removeAll(apart);
      known.putAll(place);
      properties = known;
    }
    return known;
  }

  /** Its JSON as maps and lists. */
  private static Map<String, @Nullable Object> plain(SdkRecord row) {
    Map<String, @Nullable Object> plain = new HashMap<>();
    if (Json.read(Json.write(row)) instanceof Map<?, ?> read) {
      read.forEach((name, value) -> plain.put(String.valueOf(name), value));
    }
    return plain;
  }

  private static boolean agree(@Nullable Object sent, @Nullable Object shown) {
    if (shown == null || isEmpty(shown)) {
      return true;
    }
    if (sent instanceof Map<?, ?> fields) {
      return shown instanceof Map<?, ?> others && fieldsAgree(fields, others);
    }
    if (sent instanceof List<?> elements) {
      return shown instanceof List<?> others && elementsAgree(elements, others);
    }
    return sent != null && isScalar(shown) && scalarsAgree(sent, shown);
  }

  private static boolean isEmpty(@Nullable Object shown) {
    return shown == null
        || (shown instanceof String text && text.isBlank())
        || (shown instanceof List<?> list && list.isEmpty())
        || (shown instanceof Map<?, ?> map && map.isEmpty());
  }

  private static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  /** Fields of which none was sent are those of another record. */
  private static boolean fieldsAgree(Map<?, ?> sent, Map<?, ?> shown) {
    return (sent.isEmpty() || sent.keySet().stream().anyMatch(shown::containsKey))
        && sent.entrySet().stream()
            .allMatch(field -> agree(field.getValue(), shown.get(field.getKey())));
  }

  /** The vendor may add objects of its own, such as a default layout, but no words. */
  private static boolean elementsAgree(List<?> sent, List<?> shown) {
    return sent.stream().allMatch(one -> shown.stream().anyMatch(other -> agree(one, other)))
        && shown.stream()
            .filter(SentRecord::isScalar)
            .allMatch(other -> sent.stream().anyMatch(one -> agree(one, other)));
  }

  private static boolean scalarsAgree(Object sent, Object shown) {
    if (sent instanceof Number || shown instanceof Number) {
      BigDecimal one = number(sent);
      BigDecimal other = number(shown);
      return one != null && other != null && one.compareTo(other) == 0;
    }
    String one = text(sent);
    String other = text(shown);
    return EmailForm.fits(one) ? one.equalsIgnoreCase(other) : one.equals(other);
  }

  private static @Nullable BigDecimal number(Object value) {
    String text = text(value);
    try {
      return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String text(Object value) {
    return Normalizer.normalize(value.toString(), Normalizer.Form.NFC).strip();
  }

  @Override
  public String toString() {
    return "SentRecord";
  }
}

package dev.contactsdk.transfer.target;

import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.spi.SentNumber;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a contact of Truedy, in any of its shapes. */
final class TruedyStored {
  /** A number that appears twice, or in another form, may be any number. */
  private static final Set<String> PHONES = Set.of("phone_number", "phone");

  private static final Set<String> CUSTOM = Set.of("custom_fields", "metadata");

  /** Beyond this, plain digits are longer than the number is exact. */
  private static final int LONGEST_SCALE = 40;

  private TruedyStored() {}

  static Stored of(TruedyContact contact) {
    String phone = phone(contact);
    Values values =
        new Values()
            .with(Fields.PHONE, phone)
            .with(Fields.FIRST_NAME, contact.firstName())
            .with(Fields.LAST_NAME, contact.lastName())
            .withName(contact.name())
            .with(Fields.EMAIL, contact.email())
            .with(Fields.COMPANY_NAME, contact.companyName())
            .with(Fields.INDUSTRY, contact.industry())
            .with(Fields.LOCATION, contact.location())
            .with(Fields.PIN_CODE, contact.pinCode())
            .with(Fields.KEYWORDS, String.join(",", contact.keywords()));
    contact.customFields().forEach((name, value) -> values.with(Fields.CUSTOM + name, text(value)));
    return new Stored(
        Objects.requireNonNull(contact.id()),
        phone,
        values.map(),
        contact.createdAt(),
        typed(contact));
  }

  private static @Nullable String phone(TruedyContact contact) {
    boolean open = contact.additionalProperties().keySet().stream().anyMatch(PHONES::contains);
    return open ? null : SentNumber.e164(contact.phoneNumber());
  }

  /** Custom data that is no object counts too, under the bare prefix. */
  private static Set<String> typed(TruedyContact contact) {
    Set<String> typed =
        contact.customFields().entrySet().stream()
            .filter(field -> field.getValue() != null && !(field.getValue() instanceof String))
            .map(field -> Fields.CUSTOM + field.getKey())
            .collect(Collectors.toCollection(TreeSet::new));
    if (contact.additionalProperties().keySet().stream().anyMatch(CUSTOM::contains)) {
      typed.add(Fields.CUSTOM);
    }
    return typed;
  }

  /** A text as it is; any other value as JSON, equal for equal values. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    return new String(Json.write(canonical(value)), StandardCharsets.UTF_8);
  }

  private static @Nullable Object canonical(@Nullable Object value) {
    if (value instanceof Number number) {
      return canonical(new BigDecimal(number.toString()));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TruedyStored::canonical).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((name, member) -> sorted.put(String.valueOf(name), canonical(member)));
      return sorted;
    }
    return value;
  }

  static BigDecimal canonical(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean whole = stripped.scale() < 0 && stripped.scale() > -LONGEST_SCALE;
    return whole ? stripped.setScale(0) : stripped;
  }
}

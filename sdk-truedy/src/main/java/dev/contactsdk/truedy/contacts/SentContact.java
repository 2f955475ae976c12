package dev.contactsdk.truedy.contacts;

import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.Likeness;
import dev.contactsdk.core.spi.PersonName;
import dev.contactsdk.core.spi.RunStart;
import dev.contactsdk.core.spi.SentNumber;
import dev.contactsdk.core.spi.SentRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact that was sent, for comparison with the ones that Truedy returns. */
final class SentContact {
  private static final JsonType<TruedyContact> CONTACT = JsonType.of(TruedyContact.class);

  private final SentNumber number;
  private final PersonName name;
  private final SentRecord properties;

  SentContact(ApiEngine engine, String operation, NewTruedyContact contact, RunStart start) {
    this.number = SentNumber.of(contact.phoneNumber());
    this.name = new PersonName(contact.text("first_name"), contact.text("last_name"), null);
    this.properties =
        SentRecord.of(engine, operation, contact, CONTACT, start)
            .except("phone_number", "first_name", "last_name");
  }

  /** Whether the row is certainly this contact. */
  boolean is(TruedyContact row) {
    return row.id() != null
        && numberOf(row) == Likeness.SAME
        && name.agreesWith(new PersonName(row.firstName(), row.lastName(), row.name()))
        && properties.mayBe(row);
  }

  /** Among the rows that may be this contact or block it, prefers one with its number. */
  boolean isMoreLike(TruedyContact row, @Nullable TruedyContact before) {
    return switch (numberOf(row)) {
      case SAME -> true;
      case MAYBE -> before == null;
      case OTHER -> false;
    };
  }

  boolean hasAnotherNumber(TruedyContact row) {
    return numberOf(row) == Likeness.OTHER;
  }

  /** A number of another shape, or one that appears twice, may be any number. */
  private Likeness numberOf(TruedyContact row) {
    Likeness likeness = number.compare(row.phoneNumber());
    Map<String, @Nullable Object> misfits = row.additionalProperties();
    boolean open = misfits.containsKey("phone_number") || misfits.containsKey("phone");
    return open && likeness == Likeness.OTHER ? Likeness.MAYBE : likeness;
  }

  @Override
  public String toString() {
    return "SentContact";
  }
}

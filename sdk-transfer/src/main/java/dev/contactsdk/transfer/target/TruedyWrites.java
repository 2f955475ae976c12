package dev.contactsdk.transfer.target;

import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows in the form that Truedy takes. */
final class TruedyWrites {
  static final String NAME = "Truedy";

  private static final Set<String> KNOWN =
      Set.of(
          Fields.PHONE,
          Fields.FIRST_NAME,
          Fields.LAST_NAME,
          Fields.EMAIL,
          Fields.COMPANY_NAME,
          Fields.INDUSTRY,
          Fields.LOCATION,
          Fields.PIN_CODE,
          Fields.KEYWORDS);
  private static final Set<String> CHANGEABLE =
      Set.of(Fields.FIRST_NAME, Fields.LAST_NAME, Fields.EMAIL);

  private TruedyWrites() {}

  static NewTruedyContact contact(Write write, @Nullable String folderId) {
    Values.refuseOthers(NAME, write, KNOWN, true);
    NewTruedyContact.Builder contact =
        NewTruedyContact.builder(Values.required(NAME, write, Fields.PHONE));
    write.fields().forEach((field, value) -> set(contact, field, value));
    if (folderId != null) {
      contact.folder(folderId);
    }
    return contact.build();
  }

  private static void set(NewTruedyContact.Builder contact, String field, String value) {
    if (value.isBlank()) {
      return;
    }
    switch (field) {
      case Fields.FIRST_NAME -> contact.firstName(value);
      case Fields.LAST_NAME -> contact.lastName(value);
      case Fields.EMAIL -> contact.email(value);
      case Fields.COMPANY_NAME -> contact.companyName(value);
      case Fields.INDUSTRY -> contact.industry(value);
      case Fields.LOCATION -> contact.location(value);
      case Fields.PIN_CODE -> contact.pinCode(value);
      case Fields.KEYWORDS -> contact.keywords(keywords(value));
      default -> {
        if (field.startsWith(Fields.CUSTOM)) {
          contact.customField(custom(field), value);
        }
      }
    }
  }

  /** The words of a text with commas. */
  static List<String> keywords(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String custom(String field) {
    return field.substring(Fields.CUSTOM.length());
  }

  static TruedyChange change(Write write) {
    Values.refuseOthers(NAME, write, CHANGEABLE, true);
    TruedyContactChanges.Builder changes = TruedyContactChanges.builder();
    write.fields().forEach((field, value) -> change(changes, field, value));
    return new TruedyChange(Values.id(NAME, write), changes.build());
  }

  /** An empty text clears. Truedy allows null, but does not say that it clears. */
  private static void change(TruedyContactChanges.Builder changes, String field, String value) {
    boolean clear = value.isEmpty();
    switch (field) {
      case Fields.FIRST_NAME -> {
        if (clear) {
          changes.clearFirstName();
        } else {
          changes.firstName(value);
        }
      }
      case Fields.LAST_NAME -> {
        if (clear) {
          changes.clearLastName();
        } else {
          changes.lastName(value);
        }
      }
      case Fields.EMAIL -> {
        if (clear) {
          changes.clearEmail();
        } else {
          changes.email(value);
        }
      }
      default -> {
        if (field.startsWith(Fields.CUSTOM)) {
          changes.customField(custom(field), clear ? null : value);
        }
      }
    }
  }

  /**
   * The changes to one contact.
   *
   * @param id the contact
   * @param changes what to change
   */
  record TruedyChange(String id, TruedyContactChanges changes) {}

  /**
   * Adds all custom fields that the contact shows, because an update may replace them. Null if one
   * of those is no text, and would become one.
   */
  static @Nullable Map<String, String> complete(Map<String, String> wanted, Stored held) {
    Map<String, String> changes = Names.keepWhole(wanted, held);
    if (changes.keySet().stream().noneMatch(TruedyWrites::isCustom)) {
      return changes;
    }
    if (!changes.keySet().containsAll(held.typed())) {
      return null;
    }
    return Together.all(
        changes,
        held,
        held.fields().keySet().stream().filter(TruedyWrites::isCustom).toArray(String[]::new));
  }

  private static boolean isCustom(String field) {
    return field.startsWith(Fields.CUSTOM);
  }
}

package dev.contactsdk.transfer.target;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows in the form that Kore.ai takes. */
final class KoreWrites {
  static final String NAME = "Kore.ai";

  private static final Set<String> KNOWN =
      Set.of(
          Fields.PHONE, Fields.FIRST_NAME, Fields.LAST_NAME, Fields.SALUTATION, Fields.EXTENSION);

  private KoreWrites() {}

  static NewKoreContact contact(Write write) {
    Values.refuseOthers(NAME, write, KNOWN, false);
    Map<String, String> fields = write.fields();
    CellPhone phone = CellPhone.ofE164(Values.required(NAME, write, Fields.PHONE));
    String extension = fields.get(Fields.EXTENSION);
    return NewKoreContact.builder()
        .firstName(fields.get(Fields.FIRST_NAME))
        .lastName(fields.get(Fields.LAST_NAME))
        .salutation(fields.get(Fields.SALUTATION))
        .cellPhone(extension == null || extension.isBlank() ? phone : phone.extension(extension))
        .build();
  }

  static KoreContactChange change(Write write) {
    Values.refuseOthers(NAME, write, KNOWN, false);
    Map<String, String> fields = write.fields();
    KoreContactChanges.Builder changes = KoreContactChanges.builder();
    if (fields.containsKey(Fields.FIRST_NAME)) {
      changes.firstName(fields.get(Fields.FIRST_NAME));
    }
    if (fields.containsKey(Fields.LAST_NAME)) {
      changes.lastName(fields.get(Fields.LAST_NAME));
    }
    if (fields.containsKey(Fields.SALUTATION)) {
      changes.salutation(fields.get(Fields.SALUTATION));
    }
    CellPhone phone = changedPhone(fields);
    if (phone != null) {
      changes.cellPhone(phone);
    }
    KoreContactChanges built = changes.build();
    if (built.properties().isEmpty()) {
      throw new InvalidRequestException(NAME, "there is nothing to change");
    }
    return new KoreContactChange(Values.id(NAME, write), built);
  }

  /**
   * Gives a changed number the extension that a create sends, unless the row or the contact has
   * one. The dialling prefix of the old number is none.
   *
   * @param changes what the row changes
   * @param both the same with the number or extension that the contact has
   */
  static Map<String, String> withExtension(
      Map<String, String> changes, Map<String, String> both, Stored held) {
    String phone = changes.get(Fields.PHONE);
    String extension = both.getOrDefault(Fields.EXTENSION, "");
    boolean isPrefix =
        extension.length() > 1
            && extension.startsWith("+")
            && String.valueOf(held.phone()).startsWith(extension);
    boolean isKept =
        !extension.isEmpty() && (!isPrefix || String.valueOf(phone).startsWith(extension));
    if (phone == null || changes.containsKey(Fields.EXTENSION) || isKept) {
      return both;
    }
    Map<String, String> complete = new LinkedHashMap<>(both);
    complete.put(Fields.EXTENSION, CellPhone.ofE164(phone).extension());
    return complete;
  }

  /** Kore.ai takes number and extension as one value, so one alone would reset the other. */
  private static @Nullable CellPhone changedPhone(Map<String, String> fields) {
    String phone = fields.get(Fields.PHONE);
    String extension = fields.get(Fields.EXTENSION);
    if (phone == null && extension == null) {
      return null;
    }
    if (phone == null || extension == null) {
      throw new InvalidRequestException(
          NAME, "phone and extension are one value: change both, one with its present value");
    }
    return CellPhone.ofE164(phone).extension(extension);
  }
}

package dev.contactsdk.transfer.target;

import dev.contactsdk.core.spi.SentNumber;
import dev.contactsdk.kore.contacts.KoreCellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a contact of Kore.ai. */
final class KoreStored {
  private KoreStored() {}

  /** Returns null for a deleted contact. */
  static @Nullable Stored of(KoreContact contact) {
    if (isInactive(contact)) {
      return null;
    }
    KoreCellPhone number = contact.cellPhone();
    String phone = phone(number);
    Values values =
        new Values()
            .with(Fields.PHONE, phone)
            .with(Fields.FIRST_NAME, contact.firstName())
            .with(Fields.LAST_NAME, contact.lastName())
            .with(Fields.SALUTATION, contact.salutation())
            .with(Fields.EXTENSION, number == null ? null : number.extension())
            .withName(contact.fullName());
    return new Stored(
        Objects.requireNonNull(contact.id()), phone, values.map(), contact.createdAt());
  }

  private static boolean isInactive(KoreContact contact) {
    KoreContactStatus status = contact.status();
    return status != null && status.value().equalsIgnoreCase(KoreContactStatus.INACTIVE.value());
  }

  /** Kore.ai shows the country code before the digits, and also apart. */
  private static @Nullable String phone(@Nullable KoreCellPhone number) {
    return number != null && SentNumber.isReadable(number.phoneNumber())
        ? SentNumber.e164(number.toE164())
        : null;
  }
}

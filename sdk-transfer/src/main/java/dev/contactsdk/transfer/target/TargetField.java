package dev.contactsdk.transfer.target;

/**
 * A field that a target holds.
 *
 * @param name the field's name; the same for all targets where they mean the same, see {@link
 *     Fields}
 * @param kind what its values look like
 * @param required whether the target asks for it when it creates a contact
 * @param changeable whether an update can set it
 * @param clearable whether an update can clear it, as the vendor documents
 */
public record TargetField(
    String name, Kind kind, boolean required, boolean changeable, boolean clearable) {
  /** What a field's values look like. */
  public enum Kind {
    /** A phone number; kept in E.164. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** Any text. */
    TEXT
  }
}

package dev.contactsdk.kore;

import dev.contactsdk.core.json.OpenValue;

/**
 * Whether a contact is in use. Deleting makes it {@link #INACTIVE}.
 *
 * @param value the text as Kore.ai sends it
 */
public record ContactStatus(String value) implements OpenValue {
  /** In use. */
  public static final ContactStatus ACTIVE = new ContactStatus("ACTIVE");

  /** Deleted. */
  public static final ContactStatus INACTIVE = new ContactStatus("INACTIVE");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}

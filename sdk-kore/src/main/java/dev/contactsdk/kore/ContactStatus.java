package dev.contactsdk.kore;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether a contact is in use. Deleting makes it {@link #INACTIVE}. */
public final class ContactStatus extends OpenValue {
  private static final Known<ContactStatus> KNOWN = new Known<>(ContactStatus::new);

  /** In use. */
  public static final ContactStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Deleted. */
  public static final ContactStatus INACTIVE = KNOWN.add("INACTIVE");

  private ContactStatus(String value) {
    super(value);
  }

  /**
   * The value of a text.
   *
   * @param value the text as Kore.ai sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ContactStatus of(String value) {
    return KNOWN.of(value);
  }
}

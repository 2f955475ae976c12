package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether a contact is in use. Deleting makes it {@link #INACTIVE}. */
public final class KoreContactStatus extends OpenValue {
  private static final Known<KoreContactStatus> KNOWN = new Known<>(KoreContactStatus::new);

  /** In use. */
  public static final KoreContactStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Deleted. */
  public static final KoreContactStatus INACTIVE = KNOWN.add("INACTIVE");

  private KoreContactStatus(String value) {
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
  public static KoreContactStatus of(String value) {
    return KNOWN.of(value);
  }
}

package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether a contact is active. A delete makes it {@link #INACTIVE}. */
public final class KoreContactStatus extends OpenValue {
  private static final Known<KoreContactStatus> KNOWN = new Known<>(KoreContactStatus::new);

  /** Active. */
  public static final KoreContactStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Deleted. */
  public static final KoreContactStatus INACTIVE = KNOWN.add("INACTIVE");

  private KoreContactStatus(String value) {
    super(value);
  }

  /**
   * Returns the constant for a text.
   *
   * @param value the text as Kore.ai sends it; unknown texts are kept
   * @return the constant; for an unknown text, a value that holds it
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KoreContactStatus of(String value) {
    return KNOWN.of(value);
  }
}

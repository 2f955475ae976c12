package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether a contact list can be used. */
public final class KoreContactListStatus extends OpenValue {
  private static final Known<KoreContactListStatus> KNOWN = new Known<>(KoreContactListStatus::new);

  /** Created by this API and ready for contacts. */
  public static final KoreContactListStatus READY = KNOWN.add("Ready");

  /** Its file was checked. */
  public static final KoreContactListStatus VALIDATED = KNOWN.add("Validated");

  /** Its file is being checked. */
  public static final KoreContactListStatus VALIDATING = KNOWN.add("Validating");

  /** Its file was refused. */
  public static final KoreContactListStatus INVALID = KNOWN.add("Invalid");

  private KoreContactListStatus(String value) {
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
  public static KoreContactListStatus of(String value) {
    return KNOWN.of(value);
  }
}

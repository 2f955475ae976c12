package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** What kind of campaign a contact list is for. */
public final class KoreContactListType extends OpenValue {
  private static final Known<KoreContactListType> KNOWN = new Known<>(KoreContactListType::new);

  /** Voice campaigns. */
  public static final KoreContactListType CALL = KNOWN.add("call");

  /** SMS campaigns. */
  public static final KoreContactListType SMS = KNOWN.add("sms");

  private KoreContactListType(String value) {
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
  public static KoreContactListType of(String value) {
    return KNOWN.of(value);
  }
}

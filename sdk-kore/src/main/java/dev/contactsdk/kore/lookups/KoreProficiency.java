package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** How well an agent knows a language or a skill. */
public final class KoreProficiency extends OpenValue {
  private static final Known<KoreProficiency> KNOWN = new Known<>(KoreProficiency::new);

  /** The best. */
  public static final KoreProficiency EXPERT = KNOWN.add("expert");

  /** In between. */
  public static final KoreProficiency AVERAGE = KNOWN.add("average");

  private KoreProficiency(String value) {
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
  public static KoreProficiency of(String value) {
    return KNOWN.of(value);
  }
}

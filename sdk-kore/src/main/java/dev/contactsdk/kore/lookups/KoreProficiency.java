package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** How well an agent masters a language or a skill. */
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
   * The value of a text.
   *
   * @param value the text as Kore.ai sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KoreProficiency of(String value) {
    return KNOWN.of(value);
  }
}

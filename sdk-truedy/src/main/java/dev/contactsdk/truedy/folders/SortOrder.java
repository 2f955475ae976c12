package dev.contactsdk.truedy.folders;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * The order of a list. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 */
public final class SortOrder extends OpenValue {
  private static final Known<SortOrder> KNOWN = new Known<>(SortOrder::new);

  /** Smallest, or oldest, first. */
  public static final SortOrder ASC = KNOWN.add("asc");

  /** Largest, or newest, first: the default. */
  public static final SortOrder DESC = KNOWN.add("desc");

  private SortOrder(String value) {
    super(value);
  }

  /**
   * Returns the constant for a text.
   *
   * @param value the text as Truedy sends it; unknown texts are kept
   * @return the constant; for an unknown text, a value that holds it
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SortOrder of(String value) {
    return KNOWN.of(value);
  }
}

package dev.contactsdk.truedy.folders;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * What folders are sorted by. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 */
public final class TruedyFolderSort extends OpenValue {
  private static final Known<TruedyFolderSort> KNOWN = new Known<>(TruedyFolderSort::new);

  /** By name. */
  public static final TruedyFolderSort NAME = KNOWN.add("name");

  /** By the time of creation: the default. */
  public static final TruedyFolderSort CREATED_AT = KNOWN.add("created_at");

  /** By the number of contacts inside. */
  public static final TruedyFolderSort CONTACT_COUNT = KNOWN.add("contact_count");

  private TruedyFolderSort(String value) {
    super(value);
  }

  /**
   * The value of a text.
   *
   * @param value the text as Truedy sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TruedyFolderSort of(String value) {
    return KNOWN.of(value);
  }
}

package dev.contactsdk.truedy.folders;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * The sort key of folders. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 */
public final class TruedyFolderSort extends OpenValue {
  private static final Known<TruedyFolderSort> KNOWN = new Known<>(TruedyFolderSort::new);

  /** By name. */
  public static final TruedyFolderSort NAME = KNOWN.add("name");

  /** By creation time, the default. */
  public static final TruedyFolderSort CREATED_AT = KNOWN.add("created_at");

  /** By number of contacts. */
  public static final TruedyFolderSort CONTACT_COUNT = KNOWN.add("contact_count");

  private TruedyFolderSort(String value) {
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
  public static TruedyFolderSort of(String value) {
    return KNOWN.of(value);
  }
}

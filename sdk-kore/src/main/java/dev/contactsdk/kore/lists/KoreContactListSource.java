package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * Where the contacts of a list come from. Kore.ai's pages print two values for lists that this API
 * created.
 */
public final class KoreContactListSource extends OpenValue {
  private static final Known<KoreContactListSource> KNOWN = new Known<>(KoreContactListSource::new);

  /** Created by this API. */
  public static final KoreContactListSource PASSIVE_API = KNOWN.add("passiveApi");

  /** Created by this API, as some pages print it. */
  public static final KoreContactListSource PASSIVE_API_INTEGRATION =
      KNOWN.add("passiveApiIntegration");

  /** A file that a person chose in Kore.ai's user interface. */
  public static final KoreContactListSource LOCAL_DRIVE = KNOWN.add("localDrive");

  /** An uploaded file. */
  public static final KoreContactListSource UPLOAD = KNOWN.add("upload");

  private KoreContactListSource(String value) {
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
  public static KoreContactListSource of(String value) {
    return KNOWN.of(value);
  }
}

package dev.contactsdk.kore.lists;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that a contact list was made from.
 *
 * @param fileId the file
 * @param fileName its name
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactListFile(
    @Nullable String fileId,
    @Nullable String fileName,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param fileId the file
   * @param fileName its name
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactListFile {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactListFile[" + "fileId=" + fileId + "]";
  }
}

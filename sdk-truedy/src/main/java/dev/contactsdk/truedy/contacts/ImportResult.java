package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Loose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a CSV file. Prints counts only.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)".
 *
 * @param imported how many contacts were created; 0 also when the answer does not say
 * @param updated how many contacts were changed; 0 also when the answer does not say
 * @param skipped how many rows were left out; 0 also when the answer does not say
 * @param errorCount how many rows were wrong
 * @param folderId the folder that the contacts are in; null when the answer does not say
 * @param errors the rows that were wrong, as far as the answer lists them; never null
 */
public record ImportResult(
    int imported,
    int updated,
    int skipped,
    @JsonProperty("error_count") int errorCount,
    @JsonProperty("folder_id") @Nullable String folderId,
    List<ImportError> errors)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param imported how many contacts were created; 0 also when the answer does not say
   * @param updated how many contacts were changed; 0 also when the answer does not say
   * @param skipped how many rows were left out; 0 also when the answer does not say
   * @param errorCount how many rows were wrong
   * @param folderId the folder that the contacts are in; null when the answer does not say
   * @param errors the rows that were wrong, as far as the answer lists them; never null
   */
  public ImportResult {
    errors = Unmodifiable.list(errors);
  }

  /**
   * Two shapes are known: counts with a list of details, and counts with a list of errors. Null
   * when there is no count of what was imported.
   */
  static @Nullable ImportResult of(Loose answer) {
    Integer imported = answer.at("imported", "successful").count();
    if (imported == null) {
      return null;
    }
    Loose listed = new Loose(answer.at("error_details", "errors").value());
    List<ImportError> errors = listed.elements().stream().map(ImportError::of).toList();
    Integer counted = answer.at("errors").count();
    Integer failed = counted == null ? answer.at("failed").count() : counted;
    return new ImportResult(
        imported,
        orZero(answer.at("updated")),
        orZero(answer.at("skipped")),
        failed == null ? errors.size() : failed,
        answer.at("folder_id").text(),
        errors);
  }

  private static int orZero(Loose count) {
    Integer number = count.count();
    return number == null ? 0 : number;
  }

  @Override
  public String toString() {
    return "ImportResult[imported="
        + imported
        + ", updated="
        + updated
        + ", skipped="
        + skipped
        + ", errorCount="
        + errorCount
        + "]";
  }
}

package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Loose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import. {@code toString} shows only counts.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)". The other shape that is read, {@code successful},
 * {@code failed} and {@code errors}, is that of an earlier version of the service.
 *
 * @param imported the contacts created; 0 if the answer does not say
 * @param updated the contacts changed; 0 if the answer does not say
 * @param skipped the rows left out; 0 if the answer does not say
 * @param errorCount the rows with errors
 * @param folderId the contacts' folder; null if the answer does not say
 * @param errors the errors that the answer lists; never null
 * @param additionalProperties other properties, and values of an unexpected type; never null
 */
public record ImportResult(
    int imported,
    int updated,
    int skipped,
    @JsonProperty("error_count") int errorCount,
    @JsonProperty("folder_id") @Nullable String folderId,
    List<ImportError> errors,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param imported the contacts created; 0 if the answer does not say
   * @param updated the contacts changed; 0 if the answer does not say
   * @param skipped the rows left out; 0 if the answer does not say
   * @param errorCount the rows with errors
   * @param folderId the contacts' folder; null if the answer does not say
   * @param errors the errors that the answer lists; never null
   * @param additionalProperties other properties, and values of an unexpected type; never null
   */
  public ImportResult {
    errors = Unmodifiable.list(errors);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * Reads both known shapes: counts with a list of details, and counts with a list of errors.
   * Returns null if there is no count of imported contacts.
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
        errors,
        others(answer));
  }

  private static Map<String, @Nullable Object> others(Loose answer) {
    Map<String, @Nullable Object> others = answer.members();
    others.entrySet().removeIf(one -> isRead(one.getKey(), new Loose(one.getValue())));
    return others;
  }

  /** Also when it is null: the result says so. */
  private static boolean isRead(String name, Loose value) {
    boolean isNull = value.value() == null;
    return switch (name) {
      case "imported", "successful", "updated", "skipped", "failed" ->
          isNull || value.count() != null;
      case "errors" -> isNull || value.count() != null || value.value() instanceof List;
      case "error_details" -> isNull || value.value() instanceof List;
      case "folder_id" -> isNull || value.text() != null;
      default -> false;
    };
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

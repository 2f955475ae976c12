package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of each contact of an operation on several. Prints counts only.
 *
 * <p>Sources: Kore.ai, "Update Bulk Contacts", "Bulk Delete Contacts".
 *
 * @param totalRequested how many were asked for
 * @param successful how many were carried out
 * @param failed how many were not
 * @param successfulRecords those that were carried out; never null
 * @param failedRecords those that were not; never null
 * @param additionalProperties what this SDK does not know; never null
 */
public record KoreBulkResult(
    @Nullable Integer totalRequested,
    @Nullable Integer successful,
    @Nullable Integer failed,
    List<KoreBulkRecord> successfulRecords,
    List<KoreBulkRecord> failedRecords,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param totalRequested how many were asked for
   * @param successful how many were carried out
   * @param failed how many were not
   * @param successfulRecords those that were carried out; never null
   * @param failedRecords those that were not; never null
   * @param additionalProperties what this SDK does not know; never null
   */
  public KoreBulkResult {
    successfulRecords = Unmodifiable.list(successfulRecords);
    failedRecords = Unmodifiable.list(failedRecords);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The contacts that the answer says nothing of: it is not known whether they were changed.
   *
   * @param requestedIds the ids that were asked for
   * @return those that are in neither list, in the given order; never null
   */
  public List<String> unaccounted(Collection<String> requestedIds) {
    return requestedIds.stream().filter(id -> records().noneMatch(r -> r.isAbout(id))).toList();
  }

  /**
   * Whether nothing failed, as far as the answer says.
   *
   * @return false when the count or the list of what failed is not empty
   */
  @JsonIgnore
  public boolean isWithoutFailures() {
    return failedRecords.isEmpty() && (failed == null || failed == 0);
  }

  /** Whether the answer says nothing of any contact. */
  boolean isSilent() {
    return totalRequested == null
        && successful == null
        && failed == null
        && successfulRecords.isEmpty()
        && failedRecords.isEmpty();
  }

  private Stream<KoreBulkRecord> records() {
    return Stream.concat(successfulRecords.stream(), failedRecords.stream());
  }

  @Override
  public String toString() {
    return "KoreBulkResult[totalRequested="
        + totalRequested
        + ", successful="
        + successful
        + ", failed="
        + failed
        + "]";
  }
}

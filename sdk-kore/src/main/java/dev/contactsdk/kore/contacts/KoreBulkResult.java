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
 * The result of a bulk operation, per contact. {@code toString} shows only counts.
 *
 * <p>Sources: Kore.ai, "Update Bulk Contacts", "Bulk Delete Contacts".
 *
 * @param totalRequested the number requested
 * @param successful the number that succeeded
 * @param failed the number that failed
 * @param successfulRecords the records that succeeded; never null
 * @param failedRecords the records that failed; never null
 * @param additionalProperties properties that this SDK does not know; never null
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
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param totalRequested the number requested
   * @param successful the number that succeeded
   * @param failed the number that failed
   * @param successfulRecords the records that succeeded; never null
   * @param failedRecords the records that failed; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreBulkResult {
    successfulRecords = Unmodifiable.list(successfulRecords);
    failedRecords = Unmodifiable.list(failedRecords);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The contacts that the answer does not mention. They may or may not have changed.
   *
   * @param requestedIds the ids in the request
   * @return the ids in neither list, in the given order; never null
   */
  public List<String> unaccounted(Collection<String> requestedIds) {
    return requestedIds.stream().filter(id -> records().noneMatch(r -> r.isAbout(id))).toList();
  }

  /**
   * The failed record of a contact, even if it has the id in another property.
   *
   * @param id the contact
   * @return the first such record; null when there is none
   */
  public @Nullable KoreBulkRecord failureOf(String id) {
    return failedRecords.stream().filter(record -> record.isAbout(id)).findFirst().orElse(null);
  }

  /**
   * Whether the answer reports no failure.
   *
   * @return false if it has a failure count above 0 or lists failed records
   */
  @JsonIgnore
  public boolean isWithoutFailures() {
    return failedRecords.isEmpty() && (failed == null || failed == 0);
  }

  /** Whether the answer mentions no contact. */
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

package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Stored;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contact as Truedy returns it. Truedy's pages show several shapes, so any property may be null.
 * {@code toString} shows only the id.
 *
 * <p>Source: Truedy, "Create Contact", "List Contacts" and "Contacts".
 *
 * @param id an opaque id
 * @param phoneNumber in E.164 (sent as {@code phone_number} or {@code phone}); may differ in format
 *     from what was sent
 * @param name the full name, in the shape that has one; never split
 * @param firstName the first name, in the shapes that have one
 * @param lastName the last name, in the shapes that have one
 * @param email the e-mail address
 * @param customFields your own data, any JSON (sent as {@code custom_fields}, {@code metadata} or
 *     both); never null
 * @param folderId its folder
 * @param callCount the number of calls to it
 * @param lastCalledAt when it was last called
 * @param companyName the company
 * @param industry the industry
 * @param location the place
 * @param pinCode the postal code
 * @param keywords tags, split if Truedy sends one comma-separated text; never null
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param additionalProperties other properties, and values of an unexpected type; never null
 */
public record TruedyContact(
    @Nullable String id,
    @JsonProperty("phone_number") @JsonAlias("phone") @Nullable String phoneNumber,
    @Nullable String name,
    @JsonProperty("first_name") @Nullable String firstName,
    @JsonProperty("last_name") @Nullable String lastName,
    @Nullable String email,
    @JsonProperty("custom_fields") @JsonAlias("metadata")
        Map<String, @Nullable Object> customFields,
    @JsonProperty("folder_id") @Nullable String folderId,
    @JsonProperty("call_count") @Nullable Integer callCount,
    @JsonProperty("last_called_at") @IsoTime @Nullable Instant lastCalledAt,
    @JsonProperty("company_name") @Nullable String companyName,
    @Nullable String industry,
    @Nullable String location,
    @JsonProperty("pin_code") @Nullable String pinCode,
    List<String> keywords,
    @JsonProperty("created_at") @IsoTime @Nullable Instant createdAt,
    @JsonProperty("updated_at") @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord, Stored {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id an opaque id
   * @param phoneNumber in E.164 (sent as {@code phone_number} or {@code phone}); may differ in
   *     format from what was sent
   * @param name the full name, in the shape that has one; never split
   * @param firstName the first name, in the shapes that have one
   * @param lastName the last name, in the shapes that have one
   * @param email the e-mail address
   * @param customFields your own data, any JSON (sent as {@code custom_fields}, {@code metadata} or
   *     both); never null
   * @param folderId its folder
   * @param callCount the number of calls to it
   * @param lastCalledAt when it was last called
   * @param companyName the company
   * @param industry the industry
   * @param location the place
   * @param pinCode the postal code
   * @param keywords tags, split if Truedy sends one comma-separated text; never null
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param additionalProperties other properties, and values of an unexpected type; never null
   */
  public TruedyContact {
    id = Ids.named(id);
    customFields = Unmodifiable.map(customFields);
    keywords = Unmodifiable.list(keywords);
    keywords = keywords.size() == 1 ? split(keywords.get(0)) : keywords;
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * The display name.
   *
   * @return the full name, else first and last name; null if all are missing
   */
  public @Nullable String displayName() {
    if (name != null && !name.isBlank()) {
      return name;
    }
    String joined =
        Stream.of(firstName, lastName)
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
  }

  @Override
  public String toString() {
    return "TruedyContact[id=" + id + "]";
  }
}

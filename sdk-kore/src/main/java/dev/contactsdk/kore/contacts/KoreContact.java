package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as Kore.ai returns it. Only the lists and the map are never null. {@code toString}
 * shows only id and status.
 *
 * <p>Sources: Kore.ai, "Create a Contact by Giving Details", "Get All Contacts", "Update a
 * Contact", "Delete a Contact".
 *
 * @param id the contact's id; bulk updates return it as {@code _id}
 * @param status whether it is active
 * @param firstName the first name
 * @param lastName the last name
 * @param fullName both names, as Kore.ai joins them
 * @param salutation such as {@code Mr}
 * @param cellPhone the number
 * @param instanceBotId the stream (app)
 * @param orgId the organisation, needed to list agents
 * @param accountId the account
 * @param createdBy the user who created it
 * @param createdByAId the agent who created it
 * @param updatedBy the user who last changed it
 * @param updatedByAId the agent who last changed it
 * @param address addresses; their shape is not documented; never null
 * @param twitterDetails accounts; their shape is not documented; never null
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContact(
    @JsonAlias("_id") @Nullable String id,
    @Nullable KoreContactStatus status,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String fullName,
    @Nullable String salutation,
    @Nullable KoreCellPhone cellPhone,
    @Nullable String instanceBotId,
    @Nullable String orgId,
    @Nullable String accountId,
    @Nullable String createdBy,
    @Nullable String createdByAId,
    @Nullable String updatedBy,
    @Nullable String updatedByAId,
    List<Object> address,
    List<Object> twitterDetails,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id the contact's id; bulk updates return it as {@code _id}
   * @param status whether it is active
   * @param firstName the first name
   * @param lastName the last name
   * @param fullName both names, as Kore.ai joins them
   * @param salutation such as {@code Mr}
   * @param cellPhone the number
   * @param instanceBotId the stream (app)
   * @param orgId the organisation, needed to list agents
   * @param accountId the account
   * @param createdBy the user who created it
   * @param createdByAId the agent who created it
   * @param updatedBy the user who last changed it
   * @param updatedByAId the agent who last changed it
   * @param address addresses; their shape is not documented; never null
   * @param twitterDetails accounts; their shape is not documented; never null
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContact {
    id = Ids.named(id);
    address = Unmodifiable.list(address);
    twitterDetails = Unmodifiable.list(twitterDetails);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * Starts changes from all fields that can be changed. The country code is removed from the
   * number's digits. If the two cannot be told apart, the number is left out and stays as it is.
   *
   * @return a new builder
   */
  public KoreContactChanges.Builder toChanges() {
    KoreContactChanges.Builder changes = KoreContactChanges.builder();
    if (firstName != null) {
      changes.firstName(firstName);
    }
    if (lastName != null) {
      changes.lastName(lastName);
    }
    if (salutation != null) {
      changes.salutation(salutation);
    }
    CellPhone number = cellPhone == null ? null : cellPhone.sendable();
    return number == null ? changes : changes.cellPhone(number);
  }

  boolean isInactive() {
    return status != null && status.value().equalsIgnoreCase(KoreContactStatus.INACTIVE.value());
  }

  @Override
  public String toString() {
    return "KoreContact[id=" + id + ", status=" + status + "]";
  }
}

package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as Kore.ai answers it. Nothing is certain to be there but the lists and the map. Prints
 * id and status only.
 *
 * <p>Sources: Kore.ai, "Create a Contact by Giving Details", "Get All Contacts", "Update a
 * Contact", "Delete a Contact".
 *
 * @param id the contact's id; answered as {@code _id} within the result of an update of several
 * @param status whether it is in use
 * @param firstName the first name
 * @param lastName the last name
 * @param fullName both, as Kore.ai puts them together
 * @param salutation such as {@code Mr}
 * @param cellPhone the number
 * @param instanceBotId the stream (app)
 * @param orgId the organisation, which the list of agents asks for
 * @param accountId the account
 * @param createdBy the user who created it
 * @param createdByAId the agent who created it
 * @param updatedBy the user who changed it last
 * @param updatedByAId the agent who changed it last
 * @param address addresses, whose shape is not documented; never null
 * @param twitterDetails accounts, whose shape is not documented; never null
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 * @param additionalProperties what this SDK does not know; never null
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
   * No list or map is null, and none can be changed.
   *
   * @param id the contact's id; answered as {@code _id} within the result of an update of several
   * @param status whether it is in use
   * @param firstName the first name
   * @param lastName the last name
   * @param fullName both, as Kore.ai puts them together
   * @param salutation such as {@code Mr}
   * @param cellPhone the number
   * @param instanceBotId the stream (app)
   * @param orgId the organisation, which the list of agents asks for
   * @param accountId the account
   * @param createdBy the user who created it
   * @param createdByAId the agent who created it
   * @param updatedBy the user who changed it last
   * @param updatedByAId the agent who changed it last
   * @param address addresses, whose shape is not documented; never null
   * @param twitterDetails accounts, whose shape is not documented; never null
   * @param createdAt when it was created
   * @param updatedAt when it was changed last
   * @param additionalProperties what this SDK does not know; never null
   */
  public KoreContact {
    address = Unmodifiable.list(address);
    twitterDetails = Unmodifiable.list(twitterDetails);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * All that can be changed, as it is now, to be changed further. The number's country code is
   * taken off its digits; where the two cannot be told apart the number is left out, and so stays
   * as it is.
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

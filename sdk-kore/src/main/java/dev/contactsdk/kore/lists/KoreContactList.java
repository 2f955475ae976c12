package dev.contactsdk.kore.lists;

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
 * A contact list of campaigns. The pages show different fields: the list of all lists leaves out
 * {@code isActive}, {@code createdBy} and {@code createdAt}. Only lists and maps are never null.
 *
 * <p>Sources: Kore.ai, "Create Contact List", "Get All Contact Lists", "Get Contact List Details",
 * "Delete Contact List Details", and the same pages of version 2.
 *
 * @param id the list, such as {@code cl-…}
 * @param name its name, to which {@link KoreContactLists#addContacts} adds contacts
 * @param lname its name in lower case; version 1
 * @param description its description
 * @param isActive whether it is active
 * @param totalRecordCount how many contacts it has
 * @param status whether it can be used
 * @param createdBy the user who created it
 * @param updatedBy the user who last changed it
 * @param mapping the column of each known field, such as {@code phoneNumber}; may be an empty text;
 *     never null
 * @param isListInUse whether a campaign uses it
 * @param listType what kind of campaign it is for
 * @param isGlobalDNC whether it belongs to the account's Do-Not-Call list; version 2
 * @param isDefault whether it is the default list; version 2
 * @param campaignInUse the campaigns that use it; never null
 * @param source where its contacts come from
 * @param apiConfigurations how contacts that this API adds are taken in
 * @param columns the columns of its contacts; version 2; never null
 * @param files the files it was made from; never null
 * @param allowDuplicates whether it may hold a contact twice
 * @param orgId the organisation; version 1
 * @param accountId the account; version 1
 * @param iId the stream (app); version 1
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactList(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String name,
    @Nullable String lname,
    @Nullable String description,
    @Nullable Boolean isActive,
    @Nullable Long totalRecordCount,
    @Nullable KoreContactListStatus status,
    @Nullable String createdBy,
    @Nullable String updatedBy,
    Map<String, String> mapping,
    @Nullable Boolean isListInUse,
    @Nullable KoreContactListType listType,
    @Nullable Boolean isGlobalDNC,
    @Nullable Boolean isDefault,
    List<KoreCampaignRef> campaignInUse,
    @Nullable KoreContactListSource source,
    @Nullable KoreContactListApi apiConfigurations,
    List<String> columns,
    List<KoreContactListFile> files,
    @Nullable Boolean allowDuplicates,
    @Nullable String orgId,
    @Nullable String accountId,
    @JsonAlias({"iid", "IId"}) @Nullable String iId,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id the list, such as {@code cl-…}
   * @param name its name, to which {@link KoreContactLists#addContacts} adds contacts
   * @param lname its name in lower case; version 1
   * @param description its description
   * @param isActive whether it is active
   * @param totalRecordCount how many contacts it has
   * @param status whether it can be used
   * @param createdBy the user who created it
   * @param updatedBy the user who last changed it
   * @param mapping the column of each known field, such as {@code phoneNumber}; may be an empty
   *     text; never null
   * @param isListInUse whether a campaign uses it
   * @param listType what kind of campaign it is for
   * @param isGlobalDNC whether it belongs to the account's Do-Not-Call list; version 2
   * @param isDefault whether it is the default list; version 2
   * @param campaignInUse the campaigns that use it; never null
   * @param source where its contacts come from
   * @param apiConfigurations how contacts that this API adds are taken in
   * @param columns the columns of its contacts; version 2; never null
   * @param files the files it was made from; never null
   * @param allowDuplicates whether it may hold a contact twice
   * @param orgId the organisation; version 1
   * @param accountId the account; version 1
   * @param iId the stream (app); version 1
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactList {
    id = Ids.named(id);
    mapping = Unmodifiable.map(mapping);
    campaignInUse = Unmodifiable.list(campaignInUse);
    columns = Unmodifiable.list(columns);
    files = Unmodifiable.list(files);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactList[" + "id=" + id + ", status=" + status + "]";
  }
}

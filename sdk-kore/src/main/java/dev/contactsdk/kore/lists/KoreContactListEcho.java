package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contact list was changed to, and by whom.
 *
 * @param name the new name
 * @param description the new description
 * @param allowDuplicates whether it may hold a contact twice
 * @param scope version 2; not described; never null
 * @param orgId the organisation
 * @param iId the stream (app)
 * @param listType what kind of campaign it is for
 * @param accountId the account
 * @param updatedBy the user who changed it
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactListEcho(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean allowDuplicates,
    List<String> scope,
    @Nullable String orgId,
    @JsonAlias({"iid", "IId"}) @Nullable String iId,
    @Nullable KoreContactListType listType,
    @Nullable String accountId,
    @Nullable String updatedBy,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param name the new name
   * @param description the new description
   * @param allowDuplicates whether it may hold a contact twice
   * @param scope version 2; not described; never null
   * @param orgId the organisation
   * @param iId the stream (app)
   * @param listType what kind of campaign it is for
   * @param accountId the account
   * @param updatedBy the user who changed it
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactListEcho {
    scope = Unmodifiable.list(scope);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactListEcho[" + "updatedBy=" + updatedBy + "]";
  }
}

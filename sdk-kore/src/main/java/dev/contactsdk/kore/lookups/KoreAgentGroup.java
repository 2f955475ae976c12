package dev.contactsdk.kore.lookups;

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
 * A group of agents. {@code toString} shows only the id.
 *
 * <p>Sources: Kore.ai, "Get All Agent Groups", "Get an Agent Group", "Create an Agent Group".
 *
 * @param id the group; create does not return it
 * @param name its name
 * @param lname its name in lower case
 * @param description its description
 * @param isDefault whether agents without a group belong to it
 * @param isUnassigned whether it holds the agents without a group
 * @param status such as {@code ACTIVE}
 * @param iId the stream (app)
 * @param orgId the organisation, needed to list agents
 * @param createdBy the user who created it
 * @param createdByAId the agent who created it
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param totalAgents how many agents it has
 * @param managers its managers; their shape is not documented; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentGroup(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String name,
    @Nullable String lname,
    @Nullable String description,
    @Nullable Boolean isDefault,
    @Nullable Boolean isUnassigned,
    @Nullable String status,
    @Nullable String iId,
    @Nullable String orgId,
    @Nullable String createdBy,
    @Nullable String createdByAId,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @Nullable Integer totalAgents,
    List<Object> managers,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id the group; create does not return it
   * @param name its name
   * @param lname its name in lower case
   * @param description its description
   * @param isDefault whether agents without a group belong to it
   * @param isUnassigned whether it holds the agents without a group
   * @param status such as {@code ACTIVE}
   * @param iId the stream (app)
   * @param orgId the organisation, needed to list agents
   * @param createdBy the user who created it
   * @param createdByAId the agent who created it
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param totalAgents how many agents it has
   * @param managers its managers; their shape is not documented; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentGroup {
    id = Ids.named(id);
    managers = Unmodifiable.list(managers);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentGroup[" + "id=" + id + ", status=" + status + "]";
  }
}

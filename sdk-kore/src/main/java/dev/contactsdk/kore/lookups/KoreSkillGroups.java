package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreLists;

/**
 * The skill groups and their skills, for an agent's {@code skills}. The JWT app needs the scope
 * {@code SmartAssist Analytics}.
 */
public final class KoreSkillGroups {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/skill-groups";

  private static final Endpoint<PageAnswer<KoreSkillGroup>> LIST =
      Endpoint.get("kore.skillGroups.list", PATH, Answers.page(new JsonType<>() {}));
  private static final ListEndpoint<KoreSkillGroup> QUERY =
      KoreLists.undocumented(LIST, KoreSkillGroup::id);
  private static final Endpoint<PageAnswer<KoreSkill>> SKILLS =
      Endpoint.get(
          "kore.skillGroups.skills",
          PATH + "/{skillGroupId}/skills",
          Answers.page(new JsonType<>() {}));
  private static final ListEndpoint<KoreSkill> SKILL_QUERY =
      KoreLists.sized(SKILLS, KoreSkill::id, 50);

  private final ApiEngine engine;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   */
  public KoreSkillGroups(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Lists them. Paging parameters are not documented.
   *
   * <p>Source: Kore.ai, "Get All Skill Groups".
   *
   * @return the call
   */
  public KoreListCall<KoreSkillGroup> list() {
    return KoreListCall.of(engine, QUERY);
  }

  /**
   * Lists the skills of a group, 50 per page by default.
   *
   * <p>Source: Kore.ai, "Get All Skills from a Skill Group".
   *
   * @param skillGroupId the group
   * @return the call
   */
  public KoreListCall<KoreSkill> skills(String skillGroupId) {
    return KoreListCall.of(
        engine, SKILL_QUERY, request -> request.path("skillGroupId", skillGroupId));
  }
}

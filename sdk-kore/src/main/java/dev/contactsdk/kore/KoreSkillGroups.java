package dev.contactsdk.kore;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;

/**
 * The groups of skills and their skills, for an agent's {@code skills}. The JWT app needs the scope
 * {@code SmartAssist Analytics}.
 */
public final class KoreSkillGroups {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/skill-groups";

  private static final Endpoint<PageAnswer<SkillGroup>> LIST =
      Endpoint.get("kore.skillGroups.list", PATH, Answers.page(new JsonType<>() {}));
  private static final ListQuery<SkillGroup> QUERY = ListQuery.undocumented(LIST, SkillGroup::id);
  private static final Endpoint<PageAnswer<Skill>> SKILLS =
      Endpoint.get(
          "kore.skillGroups.skills",
          PATH + "/{skillGroupId}/skills",
          Answers.page(new JsonType<>() {}));
  private static final ListQuery<Skill> SKILL_QUERY = ListQuery.sized(SKILLS, Skill::id, 50);

  private final ApiEngine engine;

  KoreSkillGroups(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Lists them. How to ask for a page is not documented.
   *
   * <p>Source: Kore.ai, "Get All Skill Groups".
   *
   * @return the call
   */
  public KoreListCall<SkillGroup> list() {
    return new KoreListCall<>(engine, QUERY, QUERY.request());
  }

  /**
   * Lists the skills of a group, 50 at a time unless set.
   *
   * <p>Source: Kore.ai, "Get All Skills from a Skill Group".
   *
   * @param skillGroupId the group
   * @return the call
   */
  public KoreListCall<Skill> skills(String skillGroupId) {
    return new KoreListCall<>(
        engine, SKILL_QUERY, SKILL_QUERY.request().path("skillGroupId", skillGroupId));
  }
}

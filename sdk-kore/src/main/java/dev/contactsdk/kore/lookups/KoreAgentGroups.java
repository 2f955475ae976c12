package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreErrorBody;
import dev.contactsdk.kore.internal.KoreLists;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The agent groups, for an agent's {@code agentGroupId}. The JWT app needs the scopes {@code
 * Configuration} for the list and {@code SmartAssist Analytics} to get and create a group.
 */
public final class KoreAgentGroups {
  private static final JsonType<KoreAgentGroup> GROUP = JsonType.of(KoreAgentGroup.class);
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/agent-groups";

  private static final Endpoint<PageAnswer<KoreAgentGroup>> LIST =
      Endpoint.get("kore.agentGroups.list", PATH, Answers.page(new JsonType<>() {}));
  private static final ListEndpoint<KoreAgentGroup> QUERY =
      KoreLists.undocumented(LIST, KoreAgentGroup::id);
  private static final Endpoint<KoreAgentGroup> GET =
      Endpoint.get("kore.agentGroups.get", PATH + "/{id}", group(group -> group.id() != null));

  /** The documented answer has no id. */
  private static final Endpoint<KoreAgentGroup> CREATE =
      Endpoint.post("kore.agentGroups.create", PATH, group(group -> group.name() != null));

  private final ApiEngine engine;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   */
  public KoreAgentGroups(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Lists them. Paging parameters are not documented.
   *
   * <p>Source: Kore.ai, "Get All Agent Groups".
   *
   * @return the call
   */
  public KoreListCall<KoreAgentGroup> list() {
    return KoreListCall.of(engine, QUERY);
  }

  /**
   * Gets a group.
   *
   * <p>Source: Kore.ai, "Get an Agent Group".
   *
   * @param id the group
   * @return the call
   */
  public ApiCall<KoreAgentGroup> get(String id) {
    return engine.call(ApiRequest.of(GET).path("id", id));
  }

  /**
   * Creates an agent group. As documented, the answer has no {@code id}: find the group by its name
   * in {@link #list()}. It is never sent twice: if the outcome is {@code UNKNOWN}, look there too.
   *
   * <p>Source: Kore.ai, "Create an Agent Group".
   *
   * @param group the group
   * @return the call; it returns name and description
   * @throws InvalidRequestException when it is null
   */
  public ApiCall<KoreAgentGroup> create(NewKoreAgentGroup group) {
    InvalidRequestException.refuseNull(CREATE.operation(), "the agent group", group);
    return engine.call(ApiRequest.of(CREATE).json(group));
  }

  private static Decoder<KoreAgentGroup> group(Predicate<KoreAgentGroup> isUsable) {
    return answer -> {
      KoreAgentGroup group = GROUP.read(answer.stream());
      Map<String, @Nullable Object> others =
          Answers.others(group.status(), group.additionalProperties());
      if (!isUsable.test(group) || KoreErrorBody.isError(others)) {
        throw UnusableAnswerException.of("the body holds no agent group", others);
      }
      return group;
    };
  }
}

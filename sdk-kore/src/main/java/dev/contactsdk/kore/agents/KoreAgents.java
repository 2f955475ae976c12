package dev.contactsdk.kore.agents;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall.State;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.internal.KoreLists;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import dev.contactsdk.kore.lookups.KoreListCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a contact centre. The JWT app needs the scope {@code SmartAssist Analytics}, and
 * {@code Configuration} for {@link #findByCustomId} and {@link #availability}, {@code WFM
 * Integration} for {@link #wfm}.
 */
public final class KoreAgents {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/agents";
  private static final String ONE = PATH + "/{agentId}";
  private static final String[] NOT_IDS = {"availability", "customId"};

  static final Endpoint<KoreAgent> CREATE =
      Endpoint.post("kore.agents.create", PATH, AgentAnswers.createdAgent());
  private static final Endpoint<PageAnswer<KoreAgent>> LIST =
      Endpoint.get(
          "kore.agents.list",
          "/agentassist/api/v1/public/{streamId}/organizations/{orgId}/agents",
          Answers.page(new JsonType<>() {}));
  private static final Endpoint<KoreAgent> GET =
      Endpoint.get("kore.agents.get", ONE, AgentAnswers.agent()).refusing(NOT_IDS);
  private static final Endpoint<KoreAgent> UPDATE =
      Endpoint.put("kore.agents.update", ONE, AgentAnswers.agent()).refusing(NOT_IDS);
  private static final Endpoint<Deleted<KoreAgent>> DELETE =
      Endpoint.delete("kore.agents.delete", ONE, AgentAnswers.deletedAgent()).refusing(NOT_IDS);
  private static final Endpoint<List<KoreAgent>> FIND_BY_CUSTOM_ID =
      Endpoint.get(
              "kore.agents.findByCustomId", PATH + "/customId/{customId}", AgentAnswers.agents())
          .allowingSlash("customId");
  private static final Endpoint<KoreAgentAvailability> AVAILABILITY =
      Endpoint.post(
              "kore.agents.availability", PATH + "/availability", KoreAgentAvailability.decoder())
          .effect(Effect.READ);
  private static final ListEndpoint<KoreAgent> QUERY = KoreLists.numbered(LIST, KoreAgent::id);

  private static final Endpoint<PageAnswer<KoreWfmAgent>> WFM =
      Endpoint.get(
          "kore.agents.wfm",
          "/agentassist/api/public/analytics/account/{accountId}/agents",
          AgentAnswers.wfmAgents());
  private static final ListEndpoint<KoreWfmAgent> WFM_QUERY =
      KoreLists.byOffset(WFM, KoreWfmAgent::id, Position.first(100, 1000));
  private static final Endpoint<PageAnswer<KoreStatusHistory>> STATUS_HISTORY =
      Endpoint.post(
              "kore.agents.statusHistory",
              "/agentassist/api/public/analytics/account/{accountId}/v3/agentstatusdetails",
              Answers.<KoreStatusHistory>reportPage(new JsonType<>() {}))
          .effect(Effect.READ);
  private static final ListEndpoint<KoreStatusHistory> STATUS_HISTORY_QUERY =
      KoreLists.byOffset(STATUS_HISTORY, KoreStatusHistory::row, Position.first(50, 50));

  private final ApiEngine engine;
  private final KoreApp app;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   * @param streamId the stream
   * @param accountId the account
   */
  public KoreAgents(ApiEngine engine, String streamId, String accountId) {
    this.engine = engine;
    this.app = new KoreApp(streamId, accountId);
  }

  static KoreAgentListCall listCall(ApiEngine engine, CallOptions options, String orgId) {
    State<KoreAgent> state = State.of(engine, options, QUERY);
    return new KoreAgentListCall(state.with(state.request().path("orgId", orgId)));
  }

  static boolean canFind(String customId) {
    return FIND_BY_CUSTOM_ID.canCarry("customId", customId);
  }

  static ApiRequest<List<KoreAgent>> findRequest(String customId) {
    return ApiRequest.of(FIND_BY_CUSTOM_ID).path("customId", customId);
  }

  static ApiRequest<KoreAgent> getRequest(String id) {
    return ApiRequest.of(GET).path("agentId", id);
  }

  /**
   * Creates an agent. Kore.ai accepts an e-mail address once.
   *
   * <p>Source: Kore.ai, "Create an Agent".
   *
   * @param agent the agent
   * @return the call; its result has no {@code id}, as documented
   * @throws InvalidRequestException when it is null
   */
  public KoreAgentCreateCall create(NewKoreAgent agent) {
    InvalidRequestException.refuseNull(CREATE.operation(), "the agent", agent);
    return new KoreAgentCreateCall(engine, app, agent);
  }

  /**
   * Lists the agents of an organisation.
   *
   * <p>Source: Kore.ai, "List All Agents".
   *
   * @param orgId the organisation, from {@link KoreAgentGroup#orgId()} or {@link
   *     KoreContact#orgId()}
   * @return the call
   */
  public KoreAgentListCall list(String orgId) {
    return listCall(engine, CallOptions.DEFAULT, orgId);
  }

  /**
   * Gets an agent with all its fields.
   *
   * <p>Source: Kore.ai, "Get a Specific Agent".
   *
   * @param id the agent ({@code a-…}), not its user ({@code u-…})
   * @return the call
   */
  public ApiCall<KoreAgent> get(String id) {
    return engine.call(getRequest(id));
  }

  /**
   * Replaces an agent. Missing fields may be lost; see {@link KoreAgentChanges}.
   *
   * <p>Source: Kore.ai, "Update a Specific Agent".
   *
   * @param id the agent
   * @param agent the whole agent, from {@link KoreAgent#toChanges()}; {@code id}, {@code accountId}
   *     and {@code iId} are filled in if missing
   * @return the call; it returns the changed agent
   * @throws InvalidRequestException when an argument is null, a required field is missing (the
   *     message names all of them), or the changes belong to another agent
   */
  public ApiCall<KoreAgent> update(String id, KoreAgentChanges agent) {
    InvalidRequestException.refuseNull(UPDATE.operation(), "the id", id);
    InvalidRequestException.refuseNull(UPDATE.operation(), "the agent", agent);
    Map<String, @Nullable Object> body = new LinkedHashMap<>(agent.properties());
    body.putIfAbsent("id", id);
    body.putIfAbsent("accountId", app.accountId());
    body.putIfAbsent("iId", app.streamId());
    if (!id.equals(body.get("id"))) {
      throw new InvalidRequestException(
          UPDATE.operation(), "the changes belong to an agent other than " + id);
    }
    List<String> missing =
        KoreAgentChanges.REQUIRED.stream().filter(name -> body.get(name) == null).toList();
    if (!missing.isEmpty()) {
      throw new InvalidRequestException(
          UPDATE.operation(),
          "Kore.ai requires the whole agent; missing: "
              + String.join(", ", missing)
              + "; read it with get(id) and start from its toChanges()");
    }
    return engine.call(ApiRequest.of(UPDATE).path("agentId", id).json(body));
  }

  /**
   * Deletes an agent. Kore.ai does not document what happens to its user account.
   *
   * <p>Source: Kore.ai, "Delete a Specific Agent from a Particular Agent Group".
   *
   * @param id the agent
   * @return the call; it returns the agent's last state; the status has no meaning
   */
  public ApiCall<Deleted<KoreAgent>> delete(String id) {
    return engine.call(ApiRequest.of(DELETE).path("agentId", id));
  }

  /**
   * Finds agents by your own id. Kore.ai's page describes ids but shows agents. If only ids come
   * back, the agents hold nothing else.
   *
   * <p>Source: Kore.ai, "Get the Agent ID Using Custom ID".
   *
   * <p>A slash in the id is sent as {@code %2F}, because Kore.ai asks for percent-encoding. Some
   * gateways refuse that with their own 400 or 404, and no path can carry an id with a dot segment
   * such as {@code ..} or {@code a/..}. Kore.ai accepts such ids for a new agent: look for its
   * e-mail address in {@link #list}; the list is not documented to show custom ids. {@link
   * KoreAgentCreateCall#lookUpIn} does so after a create.
   *
   * @param customId your own id; without dot segments
   * @return the call; it returns any number of agents, or none
   */
  public ApiCall<List<KoreAgent>> findByCustomId(String customId) {
    return engine.call(findRequest(customId));
  }

  /**
   * Lists the agents that can take work.
   *
   * <p>Source: Kore.ai, "Check Agent Availability Status".
   *
   * @param query which agents to check
   * @return the call
   * @throws InvalidRequestException when it is null
   */
  public ApiCall<KoreAgentAvailability> availability(KoreAvailabilityQuery query) {
    InvalidRequestException.refuseNull(AVAILABILITY.operation(), "the query", query);
    return engine.call(ApiRequest.of(AVAILABILITY).json(query));
  }

  /**
   * Lists the agents of the account as workforce management sees them: ids and names. The JWT app
   * needs the scope {@code WFM Integration}.
   *
   * <p>Kore.ai shows {@code offset} and {@code limit} in a sample, but describes neither, and the
   * answer does not say whether more rows follow. So the list is read until a page has no new rows.
   *
   * <p>Source: Kore.ai, "Agents API".
   *
   * @return the call; 100 rows per page by default
   */
  public KoreListCall<KoreWfmAgent> wfm() {
    return KoreListCall.of(engine, WFM_QUERY, app::inHeader);
  }

  /**
   * Lists which statuses agents had on a day or in a period.
   *
   * <p>Source: Kore.ai, "Agent Status Details API".
   *
   * @param query the period, and the agents
   * @return the call; 50 rows per page, Kore.ai's maximum
   * @throws InvalidRequestException when it is null
   */
  public KoreListCall<KoreStatusHistory> statusHistory(KoreStatusHistoryQuery query) {
    InvalidRequestException.refuseNull(STATUS_HISTORY.operation(), "the query", query);
    return KoreListCall.of(
        engine, STATUS_HISTORY_QUERY, request -> app.inHeader(request).json(query));
  }
}

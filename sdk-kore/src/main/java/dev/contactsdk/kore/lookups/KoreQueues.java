package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.Inputs;
import dev.contactsdk.kore.internal.KoreLists;
import java.util.List;
import java.util.Map;

/** The queues, for an agent's {@code queues}. The JWT app needs the scope {@code Configuration}. */
public final class KoreQueues {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/queues";

  private static final Endpoint<PageAnswer<KoreQueue>> LIST =
      Endpoint.get("kore.queues.list", PATH, Answers.page(new JsonType<>() {}));
  private static final ListEndpoint<KoreQueue> QUERY = KoreLists.undocumented(LIST, KoreQueue::id);

  private static final String WHO_SERVES_WHAT = PATH + "/agents";
  private static final Endpoint<List<KoreAgentReference>> AGENTS =
      Endpoint.post("kore.queues.agents", WHO_SERVES_WHAT, agents()).effect(Effect.READ);
  private static final Endpoint<List<String>> OF_AGENTS =
      Endpoint.post("kore.queues.ofAgents", WHO_SERVES_WHAT, ids()).effect(Effect.READ);

  private final ApiEngine engine;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   */
  public KoreQueues(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Lists them. Paging parameters are not documented.
   *
   * <p>Source: Kore.ai, "Get a List of Queues".
   *
   * @return the call
   */
  public KoreListCall<KoreQueue> list() {
    return KoreListCall.of(engine, QUERY);
  }

  /**
   * Lists the agents that serve queues.
   *
   * <p>Source: Kore.ai, "Get a List of Agents or Queues".
   *
   * @param queueIds at least one queue ({@code qu-…})
   * @return the call; its result does not say which agent serves which queue
   * @throws InvalidRequestException when the list is empty, or an id is null or blank
   */
  public ApiCall<List<KoreAgentReference>> agents(List<String> queueIds) {
    Inputs.refuseNoIds(AGENTS, queueIds, "queue ids");
    return engine.call(ApiRequest.of(AGENTS).json(Map.of("queueIds", queueIds)));
  }

  /**
   * Lists the queues that agents serve.
   *
   * <p>The page's sample has agent ids ({@code a-…}), its table shows user ids ({@code u-…}). Try a
   * real account first.
   *
   * <p>Source: Kore.ai, "Get a List of Agents or Queues".
   *
   * @param agentIds at least one agent
   * @return the call; its result has the queues' ids, without saying which agent serves which
   * @throws InvalidRequestException when the list is empty, or an id is null or blank
   */
  public ApiCall<List<String>> ofAgents(List<String> agentIds) {
    Inputs.refuseNoIds(OF_AGENTS, agentIds, "agent ids");
    return engine.call(ApiRequest.of(OF_AGENTS).json(Map.of("agentIds", agentIds)));
  }

  private static Decoder<List<KoreAgentReference>> agents() {
    return Answers.array(
        new JsonType<>() {}, agent -> agent.id() != null || agent.userId() != null, "an agent");
  }

  /** Objects are read too, for their ids. */
  private static Decoder<List<String>> ids() {
    Decoder<List<KoreQueue>> queues =
        Answers.array(new JsonType<>() {}, queue -> queue.id() != null, "a queue");
    return answer ->
        queues.decode(answer).stream().map(queue -> String.valueOf(queue.id())).toList();
  }
}

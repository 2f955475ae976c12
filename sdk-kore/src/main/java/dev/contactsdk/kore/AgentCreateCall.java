package dev.contactsdk.kore;

import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.ApiRequest;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallOptions;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.CreateCall;
import dev.contactsdk.core.LookUp;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates an agent. The answer has no {@code id} as Kore.ai documents it: find the agent by its
 * custom id, or in the list.
 *
 * <p>With {@link #onUnknown(OnUnknown)} a create that broke off is looked for by its custom id
 * where it has one, else by its e-mail address through the list of the organisation that {@link
 * #lookUpIn} names; one of the two has to be there. Found counts only the agent with the e-mail
 * address that was sent, which Kore.ai takes once.
 */
public final class AgentCreateCall extends CreateCall<NewAgent, Agent, Agent, AgentCreateCall> {
  private final @Nullable String orgId;

  AgentCreateCall(ApiEngine engine, NewAgent input) {
    this(engine, CallOptions.DEFAULT, List.of(input), OnUnknown.fail(), null);
  }

  private AgentCreateCall(
      ApiEngine engine,
      CallOptions options,
      List<NewAgent> inputs,
      OnUnknown onUnknown,
      @Nullable String orgId) {
    super(engine, options, inputs, onUnknown);
    this.orgId = orgId;
  }

  /**
   * Where to look for the agent when the create broke off and it has no custom id.
   *
   * @param organisation its id, from {@link AgentGroup#orgId()} or {@link KoreContact#orgId()}
   * @return a changed copy
   */
  public AgentCreateCall lookUpIn(String organisation) {
    return new AgentCreateCall(engine(), options(), inputs(), unknownPolicy(), organisation);
  }

  private NewAgent input() {
    return inputs().get(0);
  }

  @Override
  protected ApiResponse<List<Agent>> send(List<NewAgent> inputs, CallScope scope) {
    if (unknownPolicy() != OnUnknown.fail() && customId() == null && orgId == null) {
      throw new InvalidRequestException(
          KoreAgents.CREATE.operation(),
          "onUnknown(...) cannot look the agent up: give it a customId, or say lookUpIn(orgId)");
    }
    ApiRequest<Agent> request = ApiRequest.of(KoreAgents.CREATE).json(input());
    return engine().send(request, scope).map(List::of);
  }

  private @Nullable String customId() {
    return input().properties().get("customId") instanceof String text ? text : null;
  }

  @Override
  protected LookUp<Agent> find(List<NewAgent> inputs, CallScope scope) {
    List<Agent> found = new ArrayList<>();
    String customId = customId();
    long searched;
    if (customId != null) {
      List<Agent> named = named(customId, scope);
      searched = named.size();
      named.forEach(agent -> note(agent, found));
    } else {
      AgentListCall list = KoreAgents.listCall(engine(), scope.options(), String.valueOf(orgId));
      searched = Search.through(list, scope, agent -> note(agent, found), () -> !found.isEmpty());
    }
    List<@Nullable Agent> result = Collections.singletonList(found.isEmpty() ? null : found.get(0));
    return new LookUp<>(result, searched);
  }

  private void note(Agent agent, List<Agent> found) {
    requireReadable(agent.additionalProperties());
    if (agent.hasEmail(input().emailId())) {
      found.add(agent);
    }
  }

  private List<Agent> named(String customId, CallScope scope) {
    try {
      List<Agent> agents = engine().send(KoreAgents.findRequest(customId), scope).body();
      return agents.stream().map(agent -> whole(agent, scope)).toList();
    } catch (ApiException.NotFound e) {
      return List.of();
    }
  }

  /** Kore.ai may answer the bare ids. */
  private Agent whole(Agent agent, CallScope scope) {
    String id = agent.id();
    return agent.emailId() != null || id == null
        ? agent
        : engine().send(KoreAgents.getRequest(id), scope).body();
  }

  /** None: Kore.ai itself takes an e-mail address once. */
  @Override
  protected Duration usualSettle() {
    return Duration.ZERO;
  }

  @Override
  protected Agent answer(List<Agent> records) {
    return records.get(0);
  }

  @Override
  protected AgentCreateCall with(OnUnknown changed) {
    return new AgentCreateCall(engine(), options(), inputs(), changed, orgId);
  }

  @Override
  protected AgentCreateCall with(CallOptions changed) {
    return new AgentCreateCall(engine(), changed, inputs(), unknownPolicy(), orgId);
  }
}

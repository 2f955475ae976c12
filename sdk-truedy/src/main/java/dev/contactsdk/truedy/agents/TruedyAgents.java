package dev.contactsdk.truedy.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;

/** Truedy's voice agents. */
@CheckReturnValue
public final class TruedyAgents {
  private static final JsonType<Envelope<TruedyAgent>> ANSWER = new JsonType<>() {};
  private static final Endpoint<TruedyAgent> GET =
      Endpoint.get("truedy.agents.get", "/agents/{agent_id}", Answers.one(ANSWER));

  private final ApiEngine engine;

  /**
   * Created by the client.
   *
   * @param engine runs the calls
   */
  public TruedyAgents(ApiEngine engine) {
    this.engine = engine;
  }

  /**
   * Creates an agent. Retries cannot create a second one.
   *
   * <p>Source: Truedy, "Create Agent".
   *
   * @param agent the agent
   * @return a call that returns the created agent
   * @throws InvalidRequestException when it is null
   */
  public TruedyAgentCreateCall create(NewTruedyAgent agent) {
    InvalidRequestException.refuseNull("truedy.agents.create", "the agent", agent);
    return new TruedyAgentCreateCall(engine, CallOptions.DEFAULT, agent, null);
  }

  /**
   * Lists agents.
   *
   * <p>Source: Truedy, "List Agents".
   *
   * @return a call that returns one page, or iterates over all pages
   */
  public TruedyAgentListCall list() {
    return new TruedyAgentListCall(engine, CallOptions.DEFAULT);
  }

  /**
   * Gets an agent.
   *
   * <p>Source: Truedy, "Get Agent".
   *
   * @param agentId the agent's id
   * @return a call that returns the agent; an invalid id fails when the call runs
   */
  public ApiCall<TruedyAgent> get(String agentId) {
    return engine.call(ApiRequest.of(GET).path("agent_id", agentId));
  }
}

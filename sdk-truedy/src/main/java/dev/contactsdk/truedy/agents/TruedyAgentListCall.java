package dev.contactsdk.truedy.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.TruedyLists;
import java.util.List;

/**
 * Lists agents, 100 per page by default.
 *
 * <p>Source: Truedy, "List Agents" and "Agents".
 */
@CheckReturnValue
public final class TruedyAgentListCall extends QueryListCall<TruedyAgent, TruedyAgentListCall> {
  private static final JsonType<Envelope<List<TruedyAgent>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyAgent>> LIST =
      Endpoint.get("truedy.agents.list", "/agents", Answers.page(ANSWER));

  private static final ListEndpoint<TruedyAgent> ROWS = TruedyLists.byOffset(LIST);

  TruedyAgentListCall(ApiEngine engine, CallOptions options) {
    super(State.of(engine, options, ROWS));
  }

  private TruedyAgentListCall(State<TruedyAgent> state) {
    super(state);
  }

  /**
   * Only lists agents in one state.
   *
   * @param status the state
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public TruedyAgentListCall status(TruedyAgentStatus status) {
    InvalidRequestException.refuseNull(LIST.operation(), "the status", status);
    return filter("status", status.value());
  }

  /**
   * Only lists agents whose name contains a text, ignoring case.
   *
   * @param text part of the name
   * @return a changed copy
   * @throws InvalidRequestException when it is blank
   */
  public TruedyAgentListCall name(String text) {
    return filter("name", Checks.notBlank(LIST.operation(), "name", text));
  }

  @Override
  protected TruedyAgentListCall copy(State<TruedyAgent> changed) {
    return new TruedyAgentListCall(changed);
  }
}

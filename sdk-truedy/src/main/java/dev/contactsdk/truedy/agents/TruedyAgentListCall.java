package dev.contactsdk.truedy.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Checks;
import dev.contactsdk.truedy.internal.PageQuery;
import java.util.List;
import java.util.Map;

/**
 * Lists agents, 100 per page by default.
 *
 * <p>Source: Truedy, "List Agents" and "Agents".
 */
@CheckReturnValue
public final class TruedyAgentListCall extends ListCall<TruedyAgent, TruedyAgentListCall> {
  private static final JsonType<Envelope<List<TruedyAgent>>> ANSWER = new JsonType<>() {};
  private static final Endpoint<PageAnswer<TruedyAgent>> LIST =
      Endpoint.get("truedy.agents.list", "/agents", Answers.page(ANSWER));

  private final Map<String, String> filters;

  TruedyAgentListCall(ApiEngine engine, CallOptions options) {
    this(engine, options, PageQuery.START, Map.of());
  }

  private TruedyAgentListCall(
      ApiEngine engine, CallOptions options, Position position, Map<String, String> filters) {
    super(engine, options, position);
    this.filters = filters;
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

  private TruedyAgentListCall filter(String name, String value) {
    return new TruedyAgentListCall(
        engine(), options(), position(), PageQuery.with(filters, name, value));
  }

  @Override
  protected TruedyAgentListCall with(CallOptions changed) {
    return new TruedyAgentListCall(engine(), changed, position(), filters);
  }

  @Override
  protected TruedyAgentListCall at(Position changed) {
    return new TruedyAgentListCall(engine(), options(), changed, filters);
  }

  @Override
  protected PageSource<TruedyAgent> source() {
    return new PageQuery<>(engine(), LIST, false, filters, TruedyAgent::id);
  }

  @Override
  public String toString() {
    return LIST.toString();
  }
}

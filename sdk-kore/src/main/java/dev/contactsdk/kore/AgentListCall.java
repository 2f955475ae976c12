package dev.contactsdk.kore;

import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Lists agents. Kore.ai documents {@code page} and no page size, so {@code limit} is sent only when
 * {@link #pageSize(int)} sets one.
 *
 * <p>Source: Kore.ai, "List All Agents".
 */
public final class AgentListCall extends ListCall<Agent, AgentListCall> {
  private final ListQuery<Agent> query;
  private final ApiRequest<PageAnswer<Agent>> request;
  private final @Nullable Boolean includeQueues;

  AgentListCall(ApiEngine engine, ListQuery<Agent> query, ApiRequest<PageAnswer<Agent>> request) {
    this(engine, CallOptions.DEFAULT, query.first(), query, request, null);
  }

  private AgentListCall(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListQuery<Agent> query,
      ApiRequest<PageAnswer<Agent>> request,
      @Nullable Boolean includeQueues) {
    super(engine, options, position);
    this.query = query;
    this.request = request;
    this.includeQueues = includeQueues;
  }

  /**
   * Whether each agent comes with its queues.
   *
   * @param include false when not set: the agents then have no queues, whatever they serve
   * @return a changed copy
   */
  public AgentListCall includeQueues(boolean include) {
    return new AgentListCall(engine(), options(), position(), query, request, include);
  }

  @Override
  protected AgentListCall with(CallOptions changed) {
    return new AgentListCall(engine(), changed, position(), query, request, includeQueues);
  }

  @Override
  protected AgentListCall at(Position changed) {
    return new AgentListCall(engine(), options(), changed, query, request, includeQueues);
  }

  @Override
  protected PageSource<Agent> source() {
    return query.source(engine(), request.query("includeQueues", includeQueues));
  }

  /** All pages, within the run that they are part of. */
  Iterator<Page<Agent>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}

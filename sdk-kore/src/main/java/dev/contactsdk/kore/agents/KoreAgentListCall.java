package dev.contactsdk.kore.agents;

import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.kore.internal.ListQuery;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Lists agents. Kore.ai documents {@code page} but no page size, so {@code limit} is sent only
 * after {@link #pageSize(int)}.
 *
 * <p>Source: Kore.ai, "List All Agents".
 */
public final class KoreAgentListCall extends ListCall<KoreAgent, KoreAgentListCall> {
  private final ListQuery<KoreAgent> query;
  private final ApiRequest<PageAnswer<KoreAgent>> request;
  private final @Nullable Boolean includeQueues;

  KoreAgentListCall(
      ApiEngine engine, ListQuery<KoreAgent> query, ApiRequest<PageAnswer<KoreAgent>> request) {
    this(engine, CallOptions.DEFAULT, query.first(), query, request, null);
  }

  private KoreAgentListCall(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListQuery<KoreAgent> query,
      ApiRequest<PageAnswer<KoreAgent>> request,
      @Nullable Boolean includeQueues) {
    super(engine, options, position);
    this.query = query;
    this.request = request;
    this.includeQueues = includeQueues;
  }

  /**
   * Sets whether each agent includes its queues.
   *
   * @param include false by default; the agents' {@code queues} are then empty
   * @return a changed copy
   */
  public KoreAgentListCall includeQueues(boolean include) {
    return new KoreAgentListCall(engine(), options(), position(), query, request, include);
  }

  @Override
  protected KoreAgentListCall with(CallOptions changed) {
    return new KoreAgentListCall(engine(), changed, position(), query, request, includeQueues);
  }

  @Override
  protected KoreAgentListCall at(Position changed) {
    return new KoreAgentListCall(engine(), options(), changed, query, request, includeQueues);
  }

  @Override
  protected PageSource<KoreAgent> source() {
    return query.source(engine(), request.query("includeQueues", includeQueues));
  }

  /** Reads all pages as part of one run. */
  Iterator<Page<KoreAgent>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}

package dev.contactsdk.kore.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.list.QueryListCall;
import java.util.Iterator;

/**
 * Lists agents. Kore.ai documents {@code page} and no page size, so {@code limit} is sent only when
 * {@link #pageSize(int)} sets one.
 *
 * <p>Source: Kore.ai, "List All Agents".
 */
@CheckReturnValue
public final class KoreAgentListCall extends QueryListCall<KoreAgent, KoreAgentListCall> {
  KoreAgentListCall(State<KoreAgent> state) {
    super(state);
  }

  /**
   * Whether each agent comes with its queues.
   *
   * @param include false when not set: the agents then have no queues, whatever they serve
   * @return a changed copy
   */
  public KoreAgentListCall includeQueues(boolean include) {
    return filter("includeQueues", include);
  }

  @Override
  protected KoreAgentListCall copy(State<KoreAgent> changed) {
    return new KoreAgentListCall(changed);
  }

  /** All pages, within the run that they are part of. */
  Iterator<Page<KoreAgent>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}

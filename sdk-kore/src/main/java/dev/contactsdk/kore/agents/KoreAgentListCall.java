package dev.contactsdk.kore.agents;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.list.QueryListCall;
import java.util.Iterator;

/**
 * Lists agents. Kore.ai documents {@code page} but no page size, so {@code limit} is sent only
 * after {@link #pageSize(int)}.
 *
 * <p>Source: Kore.ai, "List All Agents".
 */
@CheckReturnValue
public final class KoreAgentListCall extends QueryListCall<KoreAgent, KoreAgentListCall> {
  KoreAgentListCall(State<KoreAgent> state) {
    super(state);
  }

  /**
   * Sets whether each agent includes its queues.
   *
   * @param include false by default; the agents' {@code queues} are then empty
   * @return a changed copy
   */
  public KoreAgentListCall includeQueues(boolean include) {
    return filter("includeQueues", include);
  }

  @Override
  protected KoreAgentListCall copy(State<KoreAgent> changed) {
    return new KoreAgentListCall(changed);
  }

  /** Reads all pages as part of one run. */
  Iterator<Page<KoreAgent>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}

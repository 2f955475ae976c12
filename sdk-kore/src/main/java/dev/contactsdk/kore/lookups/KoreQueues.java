package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.internal.Answers;
import dev.contactsdk.kore.internal.KoreLists;

/** The queues, for an agent's {@code queues}. The JWT app needs the scope {@code Configuration}. */
public final class KoreQueues {
  private static final String PATH = "/agentassist/api/v1/public/{streamId}/queues";

  private static final Endpoint<PageAnswer<KoreQueue>> LIST =
      Endpoint.get("kore.queues.list", PATH, Answers.page(new JsonType<>() {}));
  private static final ListEndpoint<KoreQueue> QUERY = KoreLists.undocumented(LIST, KoreQueue::id);

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
}

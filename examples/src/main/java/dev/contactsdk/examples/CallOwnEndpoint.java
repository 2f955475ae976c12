package dev.contactsdk.examples;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.lookups.KoreQueue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls an operation that the SDK does not model: which agents serve a queue. */
public final class CallOwnEndpoint implements Example {
  /** The properties that this example needs; the rest is ignored. */
  public record AgentOfQueue(@Nullable String aId, @Nullable String name) {}

  private static final Endpoint<List<AgentOfQueue>> AGENTS_OF_QUEUES =
      Endpoint.post(
              "kore.queues.agents",
              "/agentassist/api/v1/public/{streamId}/queues/agents",
              Decoder.json(new JsonType<List<AgentOfQueue>>() {}))
          .effect(Effect.READ); // a POST that only reads, so it is safe to retry

  public static void main(String... args) throws Exception {
    Services.runAlone(new CallOwnEndpoint(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: call an operation that the SDK does not model";
  }

  @Override
  public void run(Services services) {
    try (KoreClient kore = services.kore()) {
      KoreQueue queue = kore.queues().list().stream().findFirst().orElseThrow();
      String queueId = Objects.requireNonNull(queue.id());
      List<AgentOfQueue> agents =
          kore.call(AGENTS_OF_QUEUES).json(Map.of("queueIds", List.of(queueId))).execute();
      System.out.println("queue " + queue.name() + " is served by " + agents.size() + " agents");
    }
  }
}

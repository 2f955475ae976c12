package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Call an endpoint that the SDK does not have". */
@ExtendWith(SandboxExtension.class)
class OwnEndpointsPageTest {
  // docs/own-endpoints.md: begin
  record AgentOfQueue(@Nullable String aId, @Nullable String name) {} // what you need of the answer

  private static final Endpoint<List<AgentOfQueue>> AGENTS_OF_QUEUES =
      Endpoint.post(
              "kore.queues.agents", // the name in messages and logs
              "/agentassist/api/v1/public/{streamId}/queues/agents",
              Decoder.json(new JsonType<List<AgentOfQueue>>() {}))
          .effect(Effect.READ); // this POST only reads, so it may be retried

  // docs/own-endpoints.md: end

  @Test
  void typed(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      String queueId = sandbox.defaultQueueId();
      assertThat(Output.of(() -> typed(kore, queueId))).isEqualTo("0 agents\n");
      sandbox.fail().next(1).with(Fault.status(503, ""));
      assertThat(Output.of(() -> typed(kore, queueId))).isEqualTo("0 agents\n");
      sandbox.fail().next(1).with(Fault.respondWith("[1]", "application/json"));
      assertThat(Output.of(() -> typed(kore, queueId))).startsWith("not as expected: ");
    }
  }

  private static void typed(KoreClient kore, String queueId) {
    // docs/own-endpoints.md: begin
    try {
      List<AgentOfQueue> agents =
          kore.call(AGENTS_OF_QUEUES).json(Map.of("queueIds", List.of(queueId))).execute();
      System.out.println(agents.size() + " agents");
    } catch (ResponseFormatException e) { // the answer has another shape
      System.out.println("not as expected: " + e.getMessage());
    }
    // docs/own-endpoints.md: end
  }

  @Test
  void untyped(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> untyped(kore))).contains(sandbox.defaultQueueId());
    }
  }

  private static void untyped(KoreClient kore) {
    // docs/own-endpoints.md: begin
    Endpoint<Object> queues =
        Endpoint.get(
            "kore.queues.raw",
            "/agentassist/api/v1/public/{streamId}/queues",
            Decoder.json(Object.class)); // maps, lists, texts and numbers
    System.out.println(kore.call(queues).query("limit", 10).execute());
    // docs/own-endpoints.md: end
  }
}

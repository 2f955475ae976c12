package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgentCreateCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The idempotency key of an agent's creation. */
class AgentKeyTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private TruedyAgentCreateCall create() {
    return vendor
        .client
        .agents()
        .create(NewTruedyAgent.builder().name("Desk").voice("v").systemPrompt("p").build());
  }

  private static String key(RecordedRequest request) {
    return request.getHeaders().get("X-Idempotency-Key");
  }

  @Test
  void everyAttemptOfARunIsTheSameByteForByte() {
    vendor
        .cutsTheAnswer()
        .answersFile(500, "errors/gateway")
        .answersFile(429, "errors/rate-limit")
        .answersFile(201, "create-agent");
    create().execute();
    List<RecordedRequest> requests = vendor.requests();
    assertThat(requests).hasSize(4);
    Set<String> same = new HashSet<>();
    requests.forEach(r -> same.add(r.getRequestLine() + "\n" + r.getHeaders() + Vendor.text(r)));
    assertThat(same).hasSize(1);
    assertThat(key(requests.get(0))).hasSize(36);
  }

  @Test
  void everyRunHasAKeyOfItsOwn() {
    vendor.answersFile(201, "create-agent").answersFile(201, "create-agent");
    TruedyAgentCreateCall call = create();
    call.execute();
    call.execute();
    assertThat(key(vendor.request())).isNotEqualTo(key(vendor.request()));
  }

  @Test
  void aGivenKeyIsThatOfEveryRun() {
    vendor.answersFile(201, "create-agent").answersFile(201, "create-agent");
    TruedyAgentCreateCall call = create().idempotencyKey("order-17").header("X-Trace", "t");
    call.execute();
    call.execute();
    assertThat(key(vendor.request())).isEqualTo("order-17");
    assertThat(key(vendor.request())).isEqualTo("order-17");
  }
}

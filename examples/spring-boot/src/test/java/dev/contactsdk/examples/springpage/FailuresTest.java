package dev.contactsdk.examples.springpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the page's handler tells callers and the log. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContactSandbox
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {
  private static final String JOHN =
      """
      {"salutation":"Mr","firstName":"John","lastName":"Doe","phone":"+919876543210"}\
      """;

  @LocalServerPort private int port;
  @Autowired private KoreSandbox sandbox;

  @Test
  void theLogLeadsFromTheRequestIdToTheTrace(CapturedOutput log) {
    sandbox.fail().next().with(Fault.status(503, "{}", "X-Request-ID", "req-7"));
    String answer =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .post()
            .uri("/people")
            .header("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
            .contentType(MediaType.APPLICATION_JSON)
            .body(JOHN)
            .exchange()
            .expectStatus()
            .isEqualTo(502)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(answer).contains("\"outcome\":\"UNKNOWN\"", "\"requestId\":\"req-7\"");
    assertThat(log.getAll().lines().filter(line -> line.contains("request id req-7")))
        .singleElement()
        .asString()
        .contains("[0123456789abcdef0123456789abcdef-", "outcome UNKNOWN");
  }
}

package dev.contactsdk.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole service on a port, with a sandbox. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContactSandbox
class ContactServiceTest {
  private static final String JOHN =
      """
      {"salutation":"Mr","firstName":"John","lastName":"Doe","phone":"+919876543210"}\
      """;

  @LocalServerPort private int port;
  @Autowired private KoreSandbox sandbox;

  private RestTestClient http;

  @BeforeEach
  void connect() {
    http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }

  @AfterEach
  void forget() {
    sandbox.heal();
    sandbox.contacts().forEach(one -> sandbox.removeContact((String) one.get("id")));
  }

  private RestTestClient.ResponseSpec post(String contact) {
    return http.post()
        .uri("/contacts")
        .contentType(MediaType.APPLICATION_JSON)
        .body(contact)
        .exchange();
  }

  private static void assertBody(RestTestClient.ResponseSpec answer, String part) {
    assertThat(answer.expectBody(String.class).returnResult().getResponseBody()).contains(part);
  }

  private RestTestClient.ResponseSpec get(String path) {
    return http.get().uri(path).exchange();
  }

  @Test
  void aContactIsCreatedAndListed() {
    assertBody(post(JOHN).expectStatus().isCreated(), "\"firstName\":\"John\"");
    assertThat(sandbox.contactCount()).isOne();
    assertBody(get("/contacts?size=5").expectStatus().isOk(), "\"lastName\":\"Doe\"");
  }

  @Test
  void inputThatCannotBeSentIsTheCallersFault() {
    String wrong = JOHN.replace("+919876543210", "none");
    assertBody(post(wrong).expectStatus().isBadRequest(), "\"outcome\":\"NOT_SENT\"");
    assertThat(sandbox.contactCount()).isZero();
  }

  @Test
  void aLostAnswerSaysThatTheOutcomeIsUnknown() {
    sandbox.fail().next().with(Fault.cutAfterStore());
    assertBody(post(JOHN).expectStatus().is5xxServerError(), "\"outcome\":\"UNKNOWN\"");
  }

  @Test
  void healthComesFromTheLastCall() {
    get("/contacts").expectStatus().isOk();
    assertBody(
        get("/actuator/health"), "\"kore\":{\"details\":{\"operation\":\"kore.contacts.list\"");
  }

  @Test
  void callsAreMeasured() {
    get("/contacts").expectStatus().isOk();
    assertBody(
        get("/actuator/metrics/contactsdk.client.call?tag=operation:kore.contacts.list"),
        "\"statistic\":\"COUNT\"");
    assertBody(get("/actuator/metrics/contactsdk.client.permits.free"), "\"vendor\"");
  }

  @Test
  void theVendorGetsTheTraceOfTheCaller() {
    http.get()
        .uri("/contacts")
        .header("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(sandbox.requests())
        .last()
        .satisfies(
            sent ->
                assertThat(sent.header("traceparent"))
                    .startsWith("00-0123456789abcdef0123456789abcdef-"));
  }
}

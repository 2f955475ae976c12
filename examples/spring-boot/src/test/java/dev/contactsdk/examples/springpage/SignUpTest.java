package dev.contactsdk.examples.springpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

// docs/spring.md: begin
@RestController
class SignUp {
  private final KoreClient kore;

  SignUp(KoreClient kore) {
    this.kore = kore;
  }

  record Person(String salutation, String firstName, String lastName, String phone) {}

  @PostMapping("/people")
  KoreContact signUp(@RequestBody Person person) {
    return kore.contacts()
        .create(
            NewKoreContact.builder()
                .salutation(person.salutation())
                .firstName(person.firstName())
                .lastName(person.lastName())
                .cellPhone(CellPhone.ofE164(person.phone()))
                .build())
        .execute();
  }
}

// docs/spring.md: end
// docs/spring.md: begin
@RestControllerAdvice
class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @ExceptionHandler
  ProblemDetail failed(SdkException failure) {
    LOG.warn(failure.getMessage());
    ProblemDetail problem = ProblemDetail.forStatus(502);
    problem.setProperty("outcome", failure.outcome());
    problem.setProperty("requestId", failure.requestId());
    return problem;
  }
}

// docs/spring.md: end
// docs/spring.md: begin
@SpringBootTest
@ContactSandbox
class SignUpTest {
  @Autowired private SignUp signUp;
  @Autowired private KoreSandbox sandbox;

  @Test
  void aPersonBecomesAContact() {
    signUp.signUp(new SignUp.Person("Mr", "John", "Doe", "+919876543210"));
    assertThat(sandbox.contactCount()).isOne();
  }

  @Test
  void aRefusalIsPassedOn() {
    sandbox.fail().next().with(Fault.status(403, "{}"));
    assertThatExceptionOfType(ApiException.PermissionDenied.class)
        .isThrownBy(() -> signUp.signUp(new SignUp.Person("Ms", "Jane", "Doe", "+919876543211")));
  }
}

// docs/spring.md: end

@SuppressWarnings("PrivateConstructorForUtilityClass")
// docs/spring.md: begin
class TestDemoApplication {
  @TestConfiguration(proxyBeanMethods = false)
  @ContactSandbox
  static class Sandboxes {}

  public static void main(String[] args) {
    SpringApplication.from(DemoApplication::main).with(Sandboxes.class).run(args);
  }
}

// docs/spring.md: end

/** The application that start.spring.io makes. */
@SpringBootApplication
@SuppressWarnings("PrivateConstructorForUtilityClass") // Spring makes an instance
class DemoApplication {
  public static void main(String[] args) {
    SpringApplication.run(DemoApplication.class, args);
  }
}

package dev.contactsdk.examples.springpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

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

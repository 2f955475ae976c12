package dev.contactsdk.examples.spring;

import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;

/** The service with sandboxes instead of an account. */
final class TryOut {
  private TryOut() {}

  @TestConfiguration(proxyBeanMethods = false)
  @ContactSandbox
  static class Sandboxes {}

  public static void main(String[] args) {
    SpringApplication.from(ContactService::main).with(Sandboxes.class).run(args);
  }
}

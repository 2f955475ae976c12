package dev.contactsdk.spring.boot;

import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.spring.boot.autoconfigure.ContactSdkAutoConfiguration;
import dev.contactsdk.spring.boot.autoconfigure.ContactSdkHealthAutoConfiguration;
import dev.contactsdk.spring.boot.autoconfigure.KoreAutoConfiguration;
import dev.contactsdk.spring.boot.autoconfigure.TruedyAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with the auto-configurations, and properties for sandboxes. */
public final class Contexts {
  private Contexts() {}

  public static ApplicationContextRunner runner() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                SslAutoConfiguration.class,
                TaskExecutionAutoConfiguration.class,
                JacksonAutoConfiguration.class,
                ContactSdkAutoConfiguration.class,
                KoreAutoConfiguration.class,
                TruedyAutoConfiguration.class,
                ContactSdkHealthAutoConfiguration.class));
  }

  public static ApplicationContextRunner runner(KoreSandbox sandbox) {
    return runner().withPropertyValues(kore("contact-sdk.kore", sandbox));
  }

  public static ApplicationContextRunner runner(TruedySandbox sandbox) {
    return runner().withPropertyValues(truedy("contact-sdk.truedy", sandbox));
  }

  public static String[] kore(String prefix, KoreSandbox sandbox) {
    return new String[] {
      prefix + ".base-url=" + sandbox.baseUrl(),
      prefix + ".stream-id=" + sandbox.streamId(),
      prefix + ".account-id=" + sandbox.accountId(),
      prefix + ".client-id=" + sandbox.clientId(),
      prefix + ".client-secret=" + sandbox.clientSecret()
    };
  }

  public static String[] truedy(String prefix, TruedySandbox sandbox) {
    return new String[] {
      prefix + ".base-url=" + sandbox.baseUrl(), prefix + ".api-key=" + sandbox.apiKey()
    };
  }

  public static NewKoreContact john() {
    return NewKoreContact.builder()
        .firstName("John")
        .lastName("Doe")
        .salutation("Mr")
        .cellPhone(CellPhone.of("+91", "9876543210"))
        .build();
  }
}

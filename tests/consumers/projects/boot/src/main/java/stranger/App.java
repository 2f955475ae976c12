package stranger;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** An endpoint that returns a page of contacts, and a client of that endpoint. */
@SpringBootApplication
public class App {
  @Bean
  KoreSandbox sandbox() {
    return KoreSandbox.start();
  }

  @Bean
  KoreClient kore(KoreSandbox sandbox) {
    return sandbox.client();
  }

  /** Returns the SDK's own type. */
  @RestController
  static class Contacts {
    private final KoreClient kore;

    Contacts(KoreClient kore) {
      this.kore = kore;
    }

    @GetMapping("/contacts")
    Page<KoreContact> contacts() {
      return kore.contacts().list().pageSize(1).execute();
    }
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(App.class);
    application.setDefaultProperties(
        Map.of("server.port", "0", "server.address", "127.0.0.1", "logging.level.root", "warn"));
    try (ConfigurableApplicationContext context = application.run(args)) {
      KoreClient kore = context.getBean(KoreClient.class);
      create(kore, "Ada", "+12025550143");
      create(kore, "Bea", "+12025550144");
      String url =
          "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/contacts";
      RestClient client = RestClient.create();
      String json = client.get().uri(url).retrieve().body(String.class);
      System.out.println("answer " + json);
      Page<KoreContact> read =
          client.get().uri(url).retrieve().body(new ParameterizedTypeReference<>() {});
      Page<KoreContact> sent = context.getBean(Contacts.class).contacts();
      if (!sent.equals(read)) {
        throw new AssertionError("sent " + sent + ", read " + read);
      }
    }
    System.out.println(
        "ran | Spring Boot | "
            + SpringBootVersion.getVersion()
            + " | an endpoint returns `Page<KoreContact>`; it reads back equal |");
  }

  private static void create(KoreClient kore, String firstName, String number) {
    kore.contacts()
        .create(
            NewKoreContact.builder()
                .firstName(firstName)
                .lastName("Doe")
                .salutation("Mrs")
                .cellPhone(CellPhone.ofE164(number))
                .build())
        .execute();
  }
}

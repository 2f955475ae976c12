package dev.contactsdk.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. Its account is in {@code application.properties}. */
@SpringBootApplication
@SuppressWarnings("PrivateConstructorForUtilityClass") // Spring makes an instance
public class ContactService {
  /**
   * Starts the service.
   *
   * @param args properties, such as {@code --server.port=9090}
   */
  public static void main(String[] args) {
    SpringApplication.run(ContactService.class, args);
  }
}

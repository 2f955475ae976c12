package dev.contactsdk.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** These tests run on two lines of Boot; each run must be on its own. */
class BootLineTest {
  @Test
  void bootIsOfTheLineThatThisModuleNames() {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring-boot.version"));
  }
}

package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which library the JVM misses. */
class LinkFaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "okhttp3/Gzip | okhttp3.Gzip | classpath.okhttp",
        "'okio.Buffer okhttp3.Body.read(int)' | okhttp3.Body.read | classpath.okhttp",
        "'no method a.b.Type.call()V' | a.b.Type.call | classpath.sdk",
        "kotlin/Unit$Kind | kotlin.Unit$Kind | classpath.okhttp",
        "io/jsonwebtoken/Jwts | io.jsonwebtoken.Jwts | classpath.jjwt",
        "tools/jackson/core/JsonParser | tools.jackson.core.JsonParser | classpath.jackson",
        "com/fasterxml/jackson/annotation/JsonKey | com.fasterxml.jackson.annotation.JsonKey"
            + " | classpath.jackson",
        "dev/contactsdk/core/Thing | dev.contactsdk.core.Thing | classpath.sdk"
      })
  void namesTheClassAndItsLibrary(String text, String name, String check) {
    LinkFault fault = LinkFault.of(new NoClassDefFoundError(text));

    assertThat(fault.name()).isEqualTo(name);
    assertThat(fault.check()).isEqualTo(check);
    assertThat(fault.seen()).isEqualTo("a library is missing or clashes: " + name);
  }

  @Test
  void aCauseMayNameIt() {
    LinkageError error = new ExceptionInInitializerError(new ClassNotFoundException("okio.Buffer"));

    assertThat(LinkFault.of(error).name()).isEqualTo("okio.Buffer");
  }

  @Test
  void withoutAnyNameTheKindOfErrorIsNamed() {
    assertThat(LinkFault.of(new UnsatisfiedLinkError("secret")).name())
        .isEqualTo("UnsatisfiedLinkError");
    assertThat(LinkFault.of(new LinkageError()).name()).isEqualTo("LinkageError");
  }
}

package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.KoreSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class path on which the SDK cannot work is reported, instead of the error that it causes. */
class ClassPathDiagnosisTest {
  /** Runs in the loader with the missing libraries. */
  public static final class Client implements Function<String[], String[]>, Supplier<String[]> {
    @Override
    public String[] apply(String[] settings) {
      dev.contactsdk.core.diagnose.Diagnosis found =
          dev.contactsdk.kore.KoreClient.builder()
              .baseUrl(settings[0])
              .streamId(settings[1])
              .accountId(settings[2])
              .credentials(settings[3], settings[4])
              .diagnose();
      return new String[] {found.text(), settings[5].isEmpty() ? "" : found.toJson()};
    }

    @Override
    public String[] get() {
      return new String[] {
        dev.contactsdk.truedy.TruedyClient.builder()
            .apiKey("truedy_1")
            .baseUrl("http://127.0.0.1:1")
            .diagnose()
            .text()
      };
    }
  }

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreTheLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  /** jjwt looks for its implementation with the thread's loader. */
  private static Object client(LackingLoader loader) throws Exception {
    Thread.currentThread().setContextClassLoader(loader);
    return loader.loadClass(Client.class.getName()).getConstructor().newInstance();
  }

  /** The lines of the text as one, and the JSON. */
  @SuppressWarnings("unchecked")
  private static String[] found(LackingLoader loader, boolean json) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      String[] settings = {
        sandbox.baseUrl(),
        sandbox.streamId(),
        sandbox.accountId(),
        sandbox.clientId(),
        sandbox.clientSecret(),
        json ? "json" : ""
      };
      String[] found = ((Function<String[], String[]>) client(loader)).apply(settings);
      assertThat(found[0]).contains(sandbox.requestCount() + " requests, all of them reads");
      return new String[] {found[0].replaceAll("\\s+", " "), found[1]};
    }
  }

  @ParameterizedTest
  @CsvSource({
    "io.jsonwebtoken.impl, classpath.jjwt, jjwt-impl is missing Mend: Add"
        + " io.jsonwebtoken:jjwt-impl",
    "io.jsonwebtoken, classpath.jjwt, jjwt-api is missing Mend: Add io.jsonwebtoken:jjwt-api",
    "okhttp3, classpath.okhttp, okhttp-jvm is missing Mend: Add com.squareup.okhttp3:okhttp-jvm",
    "okio.Buffer, classpath.okhttp, a library is missing or clashes: okio.",
    "com.fasterxml, classpath.jackson, jackson-annotations is missing Mend: Add com.fasterxml"
  })
  void aMissingLibraryIsWrong(String missing, String check, String seen) throws Exception {
    String[] found = found(LackingLoader.of(missing), true);
    assertThat(found[0]).contains("WRONG: " + check + " (", check + " ", seen);
    assertThat(found[0]).contains("not tried: a library is missing or clashes: ");
    assertThat(found[1]).contains("\"verdict\":\"WRONG\"");
  }

  @Test
  void withoutJacksonCoreThereIsAText() throws Exception {
    assertThat(found(LackingLoader.of("tools.jackson"), false)[0])
        .contains("WRONG: classpath.jackson (", "missing or clashes: tools.jackson.core.");
  }

  @Test
  void anOldMethodIsNamed(@TempDir Path directory) throws Exception {
    Path source = Files.createDirectories(directory.resolve("io/jsonwebtoken"));
    Path old = source.resolve("Jwts.java");
    Files.writeString(old, "package io.jsonwebtoken; public class Jwts {}");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, old.toString())).isZero();
    byte[] jwts = Files.readAllBytes(source.resolve("Jwts.class"));
    assertThat(found(new LackingLoader("io.jsonwebtoken.Jwts", jwts), true)[0])
        .contains("WRONG: classpath.jjwt (", "missing or clashes: io.jsonwebtoken.Jwts.builder");
  }

  @Test
  @SuppressWarnings("unchecked")
  void truedyReportsItToo() throws Exception {
    String text = ((Supplier<String[]>) client(LackingLoader.of("okhttp3"))).get()[0];
    assertThat(text).contains("WRONG: classpath.okhttp (", "Mend: Add com.squareup");
  }
}

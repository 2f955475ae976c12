package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathChecksTest {
  private static final String CORE = "dev/contactsdk/core/Endpoint.class";
  private static final String KORE = "dev/contactsdk/kore/KoreClient.class";
  private static final String OKHTTP = "okhttp3/OkHttpClient.class";
  private static final String JJWT = "io/jsonwebtoken/Jwts.class";
  private static final String JJWT_IMPL = "io/jsonwebtoken/impl/DefaultJwtBuilder.class";
  private static final String ANNOTATIONS = "com/fasterxml/jackson/annotation/JsonProperty.class";

  @TempDir private Path directory;
  private final List<URL> jars = new ArrayList<>();

  private ClassPathChecksTest jar(String name, String file, String version) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!version.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    }
    Path path = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new ZipEntry(file));
    }
    jars.add(path.toUri().toURL());
    return this;
  }

  private ClassPathChecksTest jar(String name, String file) throws IOException {
    return jar(name, file, "");
  }

  /** All that fits together. */
  private ClassPathChecksTest good() throws IOException {
    return jar("sdk-core-0.1.0.jar", CORE)
        .jar("sdk-kore-0.1.0.jar", KORE)
        .jar("okhttp-jvm-5.5.1.jar", OKHTTP)
        .jar("jjwt-api-0.13.0.jar", JJWT)
        .jar("jjwt-impl-0.13.0.jar", JJWT_IMPL)
        .jar("jackson-annotations-2.22.jar", ANNOTATIONS);
  }

  private Check check(String name) throws IOException {
    Report report = new Report(ClassPathChecks.NAMES);
    try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), null)) {
      new ClassPathChecks(loader, report).judge(KORE);
    }
    return Objects.requireNonNull(report.diagnosis("x", "x", true, 0).check(name));
  }

  private void assertOk(String name) throws IOException {
    assertThat(check(name).verdict()).as(check(name).seen()).isEqualTo(Verdict.OK);
  }

  private void assertWrong(String name, String... parts) throws IOException {
    assertThat(check(name).verdict()).as(check(name).seen()).isEqualTo(Verdict.WRONG);
    assertThat(check(name).seen()).contains(parts);
    assertThat(check(name).seen()).doesNotContain(directory.toString());
  }

  @Test
  void findsNothingWrongWithVersionsThatFitTogether() throws IOException {
    good();
    for (String name : ClassPathChecks.NAMES) {
      assertOk(name);
    }
    assertThat(check("classpath.okhttp").seen()).contains("okhttp-jvm 5.5.1");
  }

  @Test
  void findsOkHttp4BesideOkHttp5() throws IOException {
    good().jar("okhttp-4.12.0.jar", OKHTTP);
    assertWrong("classpath.okhttp", "is there twice", "okhttp-jvm 5.5.1", "okhttp 4.12.0");
  }

  @Test
  void findsOkHttp4Alone() throws IOException {
    jar("okhttp-4.12.0.jar", OKHTTP).assertWrong("classpath.okhttp", "too old");
  }

  @Test
  void findsAnOldJjwt() throws IOException {
    jar("jjwt-api-0.11.5.jar", JJWT).jar("jjwt-impl-0.11.5.jar", JJWT_IMPL);
    assertWrong("classpath.jjwt", "too old", "0.11.5");
  }

  @Test
  void findsAnImplementationOfAnotherJjwt() throws IOException {
    jar("jjwt-api-0.13.0.jar", JJWT).jar("jjwt-impl-0.12.6.jar", JJWT_IMPL);
    assertWrong("classpath.jjwt", "two versions", "jjwt-impl 0.12.6");
  }

  @Test
  void findsOldAnnotationsByTheirManifest() throws IOException {
    jar("annotations.jar", ANNOTATIONS, "2.9.10").assertWrong("classpath.jackson", "2.9.10");
  }

  @Test
  void findsTwoVersionsOfTheSdk() throws IOException {
    good().jar("sdk-core-0.2.0.jar", CORE);
    assertWrong("classpath.sdk", "sdk-core 0.1.0", "sdk-core 0.2.0");
  }

  @Test
  void findsModulesOfTwoVersions() throws IOException {
    jar("sdk-core-0.2.0.jar", CORE).jar("sdk-kore-0.1.0.jar", KORE);
    assertWrong("classpath.sdk", "sdk-core 0.2.0", "sdk-kore 0.1.0");
  }

  @Test
  void findsMissingLibraries() throws IOException {
    jar("sdk-core-0.1.0.jar", CORE).jar("jjwt-api-0.13.0.jar", JJWT);
    assertWrong("classpath.okhttp", "okhttp-jvm is missing");
    assertWrong("classpath.jjwt", "jjwt-impl is missing");
    assertWrong("classpath.jackson", "jackson-annotations is missing");
  }

  @Test
  void takesAJarOfEverythingForRight() throws IOException {
    jar("application.jar", OKHTTP);
    assertOk("classpath.okhttp");
  }

  @Test
  void theOldestVersionsThatFitAreNotTooOld() throws IOException {
    jar("okhttp-5.0.jar", OKHTTP)
        .jar("jjwt-api-0.12.0.jar", JJWT)
        .jar("jjwt-impl-0.12.0.jar", JJWT_IMPL)
        .jar("jackson-annotations-2.18.jar", ANNOTATIONS);
    assertOk("classpath.okhttp");
    assertOk("classpath.jjwt");
    assertOk("classpath.jackson");
  }

  @Test
  void findsAVersionThatIsOneTooOld() throws IOException {
    jar("jackson-annotations-2.17.9.jar", ANNOTATIONS);
    assertWrong("classpath.jackson", "too old", "jackson-annotations 2.17.9");
    assertThat(check("classpath.jackson").mend()).contains("2.18 or newer");
  }

  @Test
  void findsTwoJarsWithoutAVersion() throws IOException {
    jar("one.jar", CORE).jar("two.jar", CORE).jar("three.jar", OKHTTP).jar("four.jar", OKHTTP);
    assertWrong("classpath.sdk", "one, two");
    assertWrong("classpath.okhttp", "is there twice: three, four");
  }

  @Test
  void theSameVersionTwiceIsNoMistake() throws IOException {
    jar("okhttp-jvm-5.5.1.jar", OKHTTP).jar("okhttp-5.5.1.jar", OKHTTP);
    assertOk("classpath.okhttp");
  }

  @Test
  void aJarWithoutAVersionFitsAnyOther() throws IOException {
    jar("core.jar", CORE).jar("sdk-kore-0.1.0.jar", KORE);
    assertOk("classpath.sdk");
  }
}

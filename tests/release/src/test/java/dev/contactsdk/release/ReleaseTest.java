package dev.contactsdk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
  @TempDir private Path folder;

  @Test
  void oneOtherByteIsADifference() throws IOException {
    Path one = Files.write(folder.resolve("one.jar"), new byte[] {1, 2, 3});
    Path same = Files.write(folder.resolve("same.jar"), new byte[] {1, 2, 3});
    Path other = Files.write(folder.resolve("other.jar"), new byte[] {1, 2, 4});
    assertThat(SecondBuild.differences(Map.of("a.jar", one), Map.of("a.jar", same))).isEmpty();
    assertThat(SecondBuild.differences(Map.of("a.jar", one), Map.of("a.jar", other)))
        .containsExactly("a.jar");
    assertThat(SecondBuild.differences(Map.of("a.jar", one), Map.of())).containsExactly("a.jar");
  }

  @Test
  void theBundleHasEachFileWithItsChecksums() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jar"), "abc");
    Path archive = folder.resolve("out/bundle.zip");
    new Bundle(Map.of("g/a.jar", file), new Signer(Signer.NONE)).writeTo(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactlyInAnyOrder("g/a.jar", "g/a.jar.md5", "g/a.jar.sha1");
      assertThat(zip.getInputStream(zip.getEntry("g/a.jar.sha1")).readAllBytes())
          .asString()
          .isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Bundle bundle = new Bundle(Map.of("g/b.jar", folder.resolve("b.jar")), new Signer(Signer.NONE));
    assertThatThrownBy(() -> bundle.writeTo(folder.resolve("bundle.zip")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("b.jar");
  }
}

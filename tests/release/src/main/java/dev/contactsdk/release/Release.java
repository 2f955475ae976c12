package dev.contactsdk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the project again, proves that the bytes are the same, and makes the bundle for Maven
 * Central. Publishes nothing. Called by the build's profile {@code release}.
 */
public final class Release {
  private static final String UNSET = "<repository.url />";

  private Release() {}

  /**
   * Checks and bundles a release.
   *
   * @param args the project's folder, its version, the folder of Maven, the local repository, and
   *     the name of the key to sign with, or {@code none}
   * @throws Exception when the release is not complete, or when two builds differ
   */
  public static void main(String... args) throws Exception {
    Artifacts artifacts = new Artifacts(Path.of(args[0]), args[1]);
    Path target = artifacts.root().resolve("target/release");
    refuseOtherBytes(artifacts, target.resolve("second-build"), Path.of(args[2]), Path.of(args[3]));
    Signer signer = new Signer(args[4]);
    Path archive = target.resolve("central-bundle.zip");
    new Bundle(artifacts.files(), signer).writeTo(archive);
    System.out.println("two builds gave the same bytes; wrote " + archive);
    if (!signer.signs()) {
      System.out.println("unsigned, because no -Dgpg.keyname was given; Central wants signatures");
    }
    refuseWithoutAddress(artifacts);
  }

  private static void refuseOtherBytes(Artifacts first, Path folder, Path maven, Path repository)
      throws IOException, InterruptedException {
    delete(folder);
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path command = maven.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
    List<String> differ = new SecondBuild(first, folder).differences(command, repository);
    if (!differ.isEmpty()) {
      throw new IOException("two builds gave other bytes: " + differ);
    }
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** A snapshot may lack it: nobody can publish it to Central anyway. */
  private static void refuseWithoutAddress(Artifacts artifacts) throws IOException {
    if (!Files.readString(artifacts.root().resolve("pom.xml")).contains(UNSET)) {
      return;
    }
    String message =
        "set the property repository.url in pom.xml; Central wants the project's address";
    if (!artifacts.version().endsWith("-SNAPSHOT")) {
      throw new IOException(message);
    }
    System.out.println(message);
  }
}

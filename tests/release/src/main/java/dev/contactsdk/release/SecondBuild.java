package dev.contactsdk.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds a copy of the sources in another folder, and compares what it makes with the first
 * build's.
 *
 * @param first the first build
 * @param folder where the copy goes; must not exist
 */
record SecondBuild(Artifacts first, Path folder) {
  /** Returns the names of the files whose bytes differ. */
  List<String> differences(Path maven, Path repository) throws IOException, InterruptedException {
    copySources();
    build(maven, repository);
    return differences(first.files(), new Artifacts(folder, first.version()).files());
  }

  static List<String> differences(Map<String, Path> one, Map<String, Path> other)
      throws IOException {
    List<String> differ = new ArrayList<>();
    for (Map.Entry<String, Path> file : one.entrySet()) {
      Path same = other.get(file.getKey());
      if (same == null || !Files.exists(same) || Files.mismatch(file.getValue(), same) >= 0) {
        differ.add(file.getKey());
      }
    }
    return differ;
  }

  private void build(Path maven, Path repository) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            maven.toString(),
            "-q",
            "-B",
            "-Prelease",
            "-Dspotless.check.skip",
            "-Dmaven.repo.local=" + repository,
            "-pl",
            ".,integrations/bom," + String.join(",", first.folders()),
            "package");
    Process build = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (build.waitFor() != 0) {
      throw new IOException("the second build failed: " + String.join(" ", command));
    }
  }

  /** A package may be called target too. */
  private static boolean isBuilt(Path folder) {
    return folder.endsWith("target") && Files.exists(folder.resolveSibling("pom.xml"));
  }

  private void copySources() throws IOException {
    Path root = first.root();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (from.endsWith(".git") || isBuilt(from)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(root.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(from, folder.resolve(root.relativize(from)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

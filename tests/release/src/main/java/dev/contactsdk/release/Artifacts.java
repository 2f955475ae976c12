package dev.contactsdk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a build of this project makes for its users: the artifacts of the BOM, the BOM and the
 * parent.
 *
 * @param root the project's folder
 * @param version its version
 */
record Artifacts(Path root, String version) {
  private static final String BOM = "contact-sdk-bom";
  private static final String PARENT = "contact-sdk-parent";
  private static final List<String> ENDS =
      List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
  private static final int DEPTH = 4;

  /** The names of the published libraries, from the BOM. */
  List<String> libraries() throws IOException {
    String bom = Files.readString(root.resolve("integrations/bom/pom.xml"));
    String managed = bom.substring(bom.indexOf("<dependencyManagement>"));
    managed = managed.substring(0, managed.indexOf("</dependencyManagement>"));
    return Pattern.compile("<artifactId>(.+?)</artifactId>")
        .matcher(managed)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The folders of the published libraries, relative to the root. */
  List<String> folders() throws IOException {
    List<String> folders = new ArrayList<>();
    for (String library : libraries()) {
      folders.add(root.relativize(folder(library)).toString().replace('\\', '/'));
    }
    return folders;
  }

  /** Each file to publish, by its name. */
  Map<String, Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String library : libraries()) {
      Path folder = folder(library);
      files.put(name(library, ".pom"), folder.resolve("pom.xml"));
      ENDS.forEach(end -> files.put(name(library, end), built(folder, library, end)));
    }
    files.put(name(BOM, ".pom"), root.resolve("integrations/bom/target/.flattened-pom.xml"));
    files.put(name(PARENT, ".pom"), root.resolve("pom.xml"));
    return files;
  }

  private String name(String artifact, String end) {
    return "dev/contactsdk/%s/%s/%s-%s%s".formatted(artifact, version, artifact, version, end);
  }

  private Path built(Path folder, String library, String end) {
    return folder.resolve("target").resolve(library + "-" + version + end);
  }

  private Path folder(String library) throws IOException {
    try (Stream<Path> all =
        Files.find(root, DEPTH, (path, attributes) -> isPom(path) && holds(path, library))) {
      return all.findFirst()
          .map(Path::getParent)
          .orElseThrow(() -> new IOException("no module has the artifactId " + library));
    }
  }

  private static boolean isPom(Path path) {
    return path.endsWith("pom.xml");
  }

  /** A project's own artifactId stands outside of its parent, and is the first that does. */
  private static boolean holds(Path pom, String library) {
    try {
      String own = Files.readString(pom).replaceFirst("(?s)<parent>.*?</parent>", "");
      int at = own.indexOf("<artifactId>");
      return own.startsWith("<artifactId>" + library + "</artifactId>", at);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + pom, e);
    }
  }
}

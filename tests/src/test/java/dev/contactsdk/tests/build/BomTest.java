package dev.contactsdk.tests.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The BOM lists what the project publishes. */
class BomTest {
  private static final Path BOM = Path.of("..", "integrations", "bom", "pom.xml");

  private Pom bom;

  @BeforeEach
  void read() throws Exception {
    bom = Pom.of(BOM);
  }

  @Test
  void noPublishedModuleIsMissing() throws Exception {
    List<String> published =
        Pom.of(Pom.ROOT).withModules().stream()
            .filter(module -> module.isPublished() && !module.isPom())
            .map(Pom::artifactId)
            .toList();
    assertThat(published).contains("sdk-core", "sdk-kore", "sdk-truedy");
    assertThat(bom.texts("dependencyManagement", "dependencies", "dependency", "artifactId"))
        .as("the artifacts in %s", BOM)
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void theReleaseHasTheSame() throws Exception {
    Pom release = Pom.of(Path.of("release", "pom.xml"));
    assertThat(ofThisProject(release.elements("dependencies", "dependency")))
        .containsExactlyInAnyOrderElementsOf(
            ofThisProject(bom.elements("dependencyManagement", "dependencies", "dependency")));
  }

  private static List<String> ofThisProject(Stream<Element> dependencies) {
    return dependencies
        .filter(one -> Pom.text(one, "groupId").equals("dev.contactsdk"))
        .map(one -> Pom.text(one, "artifactId"))
        .toList();
  }

  @Test
  void oneVersionForAll() {
    assertThat(bom.texts("dependencyManagement", "dependencies", "dependency", "version"))
        .containsOnly("${project.version}");
  }

  /** An update of a library is an update of what is said to be tested. */
  @Test
  void theVersionsOfLibrariesAreThoseOfTheBuild() throws Exception {
    Pom root = Pom.of(Pom.ROOT);
    List<Element> tested =
        bom.elements("properties").flatMap(all -> Pom.children(all, "*")).toList();
    assertThat(tested)
        .extracting(Element::getTagName)
        .contains("okhttp.version", "jackson.version", "jjwt.version", "slf4j.version");
    assertThat(tested)
        .allSatisfy(
            one ->
                assertThat(root.texts("properties", one.getTagName()))
                    .as(one.getTagName())
                    .containsExactly(one.getTextContent()));
  }
}

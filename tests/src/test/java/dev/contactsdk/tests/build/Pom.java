package dev.contactsdk.tests.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A project's description, as it stands in its file. */
record Pom(Path file, Element project) {
  static final Path ROOT = Path.of("..", "pom.xml");

  static Pom of(Path file) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return new Pom(file, builder.parse(file.toFile()).getDocumentElement());
  }

  /** This project and all its modules, but those of profiles. */
  List<Pom> withModules() throws Exception {
    List<Pom> all = new ArrayList<>(List.of(this));
    for (String module : texts("modules", "module")) {
      all.addAll(of(file.resolveSibling(module).resolve("pom.xml")).withModules());
    }
    return all;
  }

  String artifactId() {
    return texts("artifactId").get(0);
  }

  boolean isPom() {
    return texts("packaging").contains("pom");
  }

  boolean isPublished() {
    return !texts("properties", "maven.deploy.skip").contains("true");
  }

  /** The texts at the end of a path of element names. */
  List<String> texts(String... path) {
    return elements(path).map(element -> element.getTextContent().strip()).toList();
  }

  /** The elements at the end of a path of element names. */
  Stream<Element> elements(String... path) {
    Stream<Element> found = Stream.of(project);
    for (String name : path) {
      found = found.flatMap(element -> children(element, name));
    }
    return found;
  }

  static String text(Element parent, String name) {
    return children(parent, name).findFirst().orElseThrow().getTextContent().strip();
  }

  static Stream<Element> children(Element parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .filter(element -> name.equals("*") || element.getTagName().equals(name));
  }
}

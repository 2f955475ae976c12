package dev.contactsdk.core.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentedShapesTest {
  private static DocumentedShapes shapes(String... answers) {
    DocumentedShapes.Builder builder = DocumentedShapes.builder().freeMaps("custom");
    for (String answer : answers) {
      builder.answer("v.list", answer.getBytes(StandardCharsets.UTF_8));
    }
    return builder.build();
  }

  @Test
  void areWrittenAndReadAsText() {
    DocumentedShapes shapes =
        shapes(
            "{\"rows\":[{\"id\":1,\"custom\":{\"ada\":1}},{\"id\":2.5}],\"at\":\"2026-01-01\"}",
            "{\"rows\":[],\"at\":null,\"ok\":true}");
    String text =
        """
        v.list
         (answer) object
         at null date
         ok? boolean
         rows array
         rows[] object
         rows[].custom? map
         rows[].id integer decimal
        """;
    assertThat(shapes.toText()).isEqualTo(text);
    assertThat(DocumentedShapes.parse("# a comment\n\n" + text).toText()).isEqualTo(text);
  }

  @Test
  void haveArraysAtTheRootAndInArrays() {
    String text = shapes("[[{\"a\":\"x\"}]]").toText();
    assertThat(text).isEqualTo("v.list\n (answer) array\n [] array\n [][] object\n [][].a text\n");
    assertThat(DocumentedShapes.parse(text).toText()).isEqualTo(text);
  }

  @Test
  void aMissingResourceIsNamed() {
    assertThatThrownBy(() -> DocumentedShapes.ofResource(DocumentedShapesTest.class, "none.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.txt");
  }
}

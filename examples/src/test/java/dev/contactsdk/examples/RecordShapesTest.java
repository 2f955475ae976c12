package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.json.Json;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RecordShapesTest {
  @Test
  void printsShapesAndWhatTheServersFollow() throws Exception {
    String printed = Output.of(() -> RecordShapes.main());
    assertThat(printed)
        .contains("kore.contacts.list 2xx: 2 answers", "truedy.contacts.list 2xx: 1 answers")
        .containsPattern("=> +2 +skip: \"Get All Contacts\"")
        .doesNotContain("could not be read")
        .doesNotContainPattern("First\\d|@example");
  }

  @Test
  void printsOneJsonDocumentAndNothingElse() throws Exception {
    String printed = Output.of(() -> RecordShapes.main("--json"));
    assertThat(printed)
        .startsWith("{\"kore\":{\"operations\":[{\"operation\":\"kore.agentGroups.list\"")
        .contains("\"truedy\":{\"operations\":[{\"operation\":\"truedy.agents.list\"");
    assertThat(printed.strip()).doesNotContain("\n");
    assertThat(Json.read(printed.getBytes(StandardCharsets.UTF_8)))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("kore", "truedy");
  }
}

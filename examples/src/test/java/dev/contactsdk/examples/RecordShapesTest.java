package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
  void printsJson() throws Exception {
    assertThat(Output.of(() -> RecordShapes.main("--json")))
        .contains("{\"operations\":[{\"operation\":\"kore.agentGroups.list\"");
  }
}

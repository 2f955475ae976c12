package dev.contactsdk.transfer.target;

import static dev.contactsdk.transfer.target.Comparison.DIFFERENT;
import static dev.contactsdk.transfer.target.Comparison.NOT_SHOWN;
import static dev.contactsdk.transfer.target.Comparison.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Map<String, String> ADA =
      Map.of(Fields.FIRST_NAME, "Ada", Fields.LAST_NAME, "Byron King");

  private static Comparison compare(
      String field, Map<String, String> sent, Map<String, String> shown) {
    return Names.compare(field, sent, new Stored("id", null, shown, null));
  }

  private static Map<String, String> whole(String name) {
    return Map.of(Fields.NAME, name);
  }

  @Test
  void partsAreComparedWithParts() {
    assertThat(compare(Fields.FIRST_NAME, ADA, ADA)).isEqualTo(SAME);
    Map<String, String> other = Map.of(Fields.FIRST_NAME, "Ada", Fields.LAST_NAME, "Lovelace");
    assertThat(compare(Fields.LAST_NAME, ADA, other)).isEqualTo(DIFFERENT);
    assertThat(compare(Fields.FIRST_NAME, ADA, other)).isEqualTo(SAME);
    assertThat(compare(Fields.LAST_NAME, Map.of(Fields.LAST_NAME, "King"), other))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void caseCounts() {
    assertThat(compare(Fields.FIRST_NAME, Map.of(Fields.FIRST_NAME, "ada"), ADA))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void aPartThatIsMissingBesideTheOtherIsDifferent() {
    assertThat(compare(Fields.FIRST_NAME, ADA, Map.of(Fields.LAST_NAME, "Byron King")))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void theSplitMayHaveMoved() {
    Map<String, String> moved = Map.of(Fields.FIRST_NAME, "Ada  Byron", Fields.LAST_NAME, "King");
    assertThat(compare(Fields.FIRST_NAME, ADA, moved)).isEqualTo(SAME);
    assertThat(compare(Fields.LAST_NAME, ADA, moved)).isEqualTo(SAME);
  }

  @Test
  void aWholeNameIsComparedWithBothParts() {
    assertThat(compare(Fields.FIRST_NAME, ADA, whole("Ada Byron King"))).isEqualTo(SAME);
    assertThat(compare(Fields.FIRST_NAME, ADA, whole("Ada King"))).isEqualTo(DIFFERENT);
    assertThat(compare(Fields.NAME, whole("Ada Byron  King"), ADA)).isEqualTo(SAME);
    assertThat(compare(Fields.NAME, whole("Ada"), whole("Eve"))).isEqualTo(DIFFERENT);
  }

  @Test
  void onePartSaysNothingAboutAWholeName() {
    Map<String, String> first = Map.of(Fields.FIRST_NAME, "Ada");
    assertThat(compare(Fields.FIRST_NAME, first, whole("Ada King"))).isEqualTo(NOT_SHOWN);
    assertThat(compare(Fields.FIRST_NAME, first, whole("Ada"))).isEqualTo(SAME);
  }

  @Test
  void noNameIsNoProof() {
    assertThat(compare(Fields.FIRST_NAME, ADA, Map.of())).isEqualTo(NOT_SHOWN);
  }
}

package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.transfer.source.SourceRow.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The number that a row had in the first source is found where it was written, and only there. */
class RejectedColumnsTest {
  private static SourceRow row(List<String> header, String... cells) {
    return Table.of("people.csv", 1, header, ",").row(2, List.of(cells), null);
  }

  @Test
  void theRowThatIsCorrected() {
    List<String> header = List.of("phone", "plan", "row", "reason", "suggestion");
    Origin origin = new Origin(3, 17);
    assertThat(row(header, "12", "3", "17", "is too short", "").origin()).isEqualTo(origin);
    assertThat(row(header, "12", "3", "17", "is short").origin())
        .as("of a sheet")
        .isEqualTo(origin);
    assertThat(row(header, "12", "3,00", "17.0", "", "").origin()).isEqualTo(origin);
    for (String other : List.of("", "0", "-3", "17a", "1.7", "2,000", "12345678901234567890")) {
      for (SourceRow row :
          List.of(row(header, "12", "3", other, "", ""), row(header, "12", other, "17", "", ""))) {
        assertThat(row.origin()).isNull();
        assertThat(row.damage()).startsWith("The cells plan and row do not say");
      }
    }
    assertThat(row(header, "12", "13", "3", "17", "is too short", "x").origin())
        .as("shifted")
        .isNull();
  }

  @Test
  void columnsWithTheSameNames() {
    assertThat(row(List.of("phone", "plan", "reason"), "12", "3", "17").origin()).isNull();
    assertThat(row(List.of("phone", "row", "suggestion"), "12", "x", "").damage()).isNull();
    SourceRow moved =
        row(List.of("plan", "row", "reason", "suggestion", "phone"), "3", "17", "", "", "12");
    assertThat(moved.origin()).isEqualTo(new Origin(3, 17));
    assertThat(moved.cells()).containsExactly("12");
    List<String> itself = List.of("row", "phone", "plan", "row", "reason", "suggestion", "");
    SourceRow named = row(itself, "A7", "12", "3", "17", "", "", "");
    assertThat(named.origin()).isEqualTo(new Origin(3, 17));
    assertThat(named.cells()).containsExactly("A7", "12", "");
  }
}

package dev.contactsdk.transfer.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.SourceRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
  private static final List<String> COLUMNS = List.of("Phone", "Name", "City");

  private static final Mapping MAPPING =
      Mapping.builder()
          .column("Phone", "phone")
          .split("Name", NameOrder.LAST_COMMA_FIRST)
          .constant("salutation", "Mr")
          .template("custom.place", "in {City} {{x}}")
          .defaultValue("firstName", "-")
          .defaultValue("extension", "+")
          .build();

  @Test
  void eachRuleGivesItsValue() {
    assertThat(MAPPING.apply(COLUMNS, SourceRow.of(2, List.of("1", "Doe, Jane", "Pune"))))
        .isEqualTo(
            Map.of(
                "phone",
                "1",
                "firstName",
                "Jane",
                "lastName",
                "Doe",
                "salutation",
                "Mr",
                "custom.place",
                "in Pune {x}",
                "extension",
                "+"));
    assertThat(MAPPING.apply(COLUMNS, SourceRow.of(2, List.of("1", "Doe", " "))))
        .containsEntry("firstName", "-")
        .containsEntry("lastName", "Doe")
        .containsEntry("custom.place", "");
    Mapping words = Mapping.builder().split("Name", NameOrder.FIRST_LAST).build();
    assertThat(words.apply(COLUMNS, SourceRow.of(2, List.of("", " Jane van Dyk ", ""))))
        .isEqualTo(Map.of("firstName", "Jane", "lastName", "van Dyk"));
  }

  @Test
  void jsonKeepsEverythingAndTextShowsNoValues() {
    assertThat(Mapping.fromJson(MAPPING.toJson())).isEqualTo(MAPPING);
    assertThat(MAPPING.describe()).contains("Phone → phone\n").doesNotContain("Mr");
    assertThat(MAPPING.toString()).doesNotContain("Mr").doesNotContain("\n");
    assertThat(MAPPING.unused(List.of("Phone", "Age"))).containsExactly("Age");
    assertThat(MAPPING.missing(List.of("Phone", "Age"))).containsExactly("Name", "City");
    assertThatThrownBy(() -> MAPPING.apply(List.of("Phone"), SourceRow.of(1, List.of("1"))))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("'Name'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is not JSON|{",
        "this is not JSON|{\"version\":1,\"version\":1}",
        "this is not a JSON object|[]",
        "version|{}",
        "fields must|{\"version\":1}",
        "fields.phone must|{\"version\":1,\"fields\":{\"phone\":1}}",
        "fields.phone.column must|{\"version\":1,\"fields\":{\"phone\":{\"column\":1}}}",
        "fields.phone.colum is unknown|{\"version\":1,\"fields\":{\"phone\":{\"colum\":\"a\"}}}",
        "fields.a.template|{\"version\":1,\"fields\":{\"a\":{\"template\":\"{b\"}}}",
        "fields.a.part must|{\"version\":1,\"fields\":{\"a\":{\"column\":\"b\",\"part\":\"c\"}}}"
      })
  void wrongJsonIsRefusedWithItsPlace(String expectedAndJson) {
    String[] parts = expectedAndJson.split("\\|", 2);
    assertThatThrownBy(() -> Mapping.fromJson(parts[1]))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(parts[0]);
  }

  private static Suggestion suggest(String region, String... lines) {
    List<String> columns = List.of(lines[0].split(",", -1));
    List<SourceRow> rows =
        Arrays.stream(lines).skip(1).map(l -> SourceRow.of(2, List.of(l.split(",", -1)))).toList();
    return new Suggester(columns, rows, SmallTarget.usual(), region).suggest();
  }

  @Test
  void namesAndValuesTogetherMakeAMapping() {
    Suggestion found =
        suggest(
            "IN",
            "MOBILE_NO,Nachname,First Name,E-Mail ID,Email consent,Phone verified?",
            "9876543210,Rao,Asha,a@b.example,yes,true",
            "9876543211,Roy,Ravi,c@d.example,no,false");
    assertThat(found.doubts()).isEmpty();
    assertThat(found.mapping().describe().lines())
        .containsExactly(
            "MOBILE_NO → phone",
            "Nachname → lastName",
            "First Name → firstName",
            "E-Mail ID → email");
  }

  @Test
  void whatNamesAndValuesDoNotSettleIsADoubt() {
    assertThat(suggest("IN", "Phone,Mobile", "9876543210,9876543211").doubts().get(0))
        .contains("'Phone' and 'Mobile'");
    assertThat(suggest("IN", "Phone", "yes", "no").doubts().get(0)).contains("0 of 2");
    assertThat(suggest("IN", "x,y", "9876543210,1").doubts().get(0))
        .contains("'x' has phone numbers");
    assertThat(suggest(null, "Phone", "9876543210").doubts().get(0)).contains("region");
    assertThat(suggest("IN", "Phone").doubts().get(0)).contains("no values");
    assertThat(suggest("IN", "Phone,Last name", "9876543210,9876543210").doubts())
        .singleElement()
        .asString()
        .contains("'Last name'");
    assertThat(suggest("IN", "Phone,Name", "9876543210,Asha Rao").doubts())
        .singleElement()
        .asString()
        .contains("split");
    assertThat(suggest("IN", "Phone,Mobile", "9876543210,").mapping().fields())
        .containsExactly("phone");
  }

  @Test
  void columnsNamedLikeFieldsGoToThem() {
    List<String> columns =
        List.of("phone", "firstName", "lastName", "email", "custom.plan", "custom.");
    List<SourceRow> rows =
        List.of(SourceRow.of(1, List.of("+919876543210", "Asha", "Rao", "", "gold", "")));
    Suggestion found = new Suggester(columns, rows, SmallTarget.usual(), null).suggest();
    assertThat(found.doubts()).isEmpty();
    assertThat(found.mapping().unused(columns)).containsExactly("custom.");
    SmallTarget plain = new SmallTarget(SmallTarget.usual().fields(), false);
    assertThat(new Suggester(columns, rows, plain, null).suggest().mapping().unused(columns))
        .containsExactly("custom.plan", "custom.");
  }
}

package dev.contactsdk.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedWordsTest {
  @Test
  void masksWhatWasSentAndWhatLooksPersonal() {
    Map<String, Object> sent =
        Map.of("firstName", "Ada Maria", "cellPhone", Map.of("phoneNumber", "2025550101"));

    assertThat(MaskedWords.of("Maria (2025550101, a@b.org) already exists\nthere", sent))
        .isEqualTo("*** (***, ***) already exists there");
  }

  @Test
  void listsAreReadToo() {
    assertThat(MaskedWords.of("no Ada here", List.of(List.of("Ada"), ""))).isEqualTo("no *** here");
  }

  @Test
  void wordsWithoutPersonalDataStay() {
    assertThat(MaskedWords.of("Contact not found", List.of("Ada"))).isEqualTo("Contact not found");
    assertThat(MaskedWords.of(null, List.of())).isNull();
    assertThat(MaskedWords.of(" ", List.of())).isNull();
  }
}

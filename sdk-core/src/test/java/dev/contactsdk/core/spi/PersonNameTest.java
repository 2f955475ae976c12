package dev.contactsdk.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "Ada, Byron, , Ada, Byron, , true",
    "Ada, Byron, , ' ada', 'BYRON ', , true",
    "Ada, Byron King, , Ada Byron, King, , true",
    "Ada, Byron, , , , Ada  Byron, true",
    "Ada, Byron, , , , , true",
    ", , , Grace, Hopper, , true",
    "Ada, , , Ada, Byron, , true",
    "Ada, '', , Ada, '', , true",
    "Ada, Byron, , Grace, Byron, , false",
    "Ada, Byron, , Ada, '', , false",
    "Ada, , , Grace, Byron, , false",
    "Ada, , , , , Grace, false",
    "Ada, Byron, , , Hopper, , false"
  })
  void comparesWhatBothShow(
      String first,
      String last,
      String whole,
      String theirFirst,
      String theirLast,
      String theirWhole,
      boolean agree) {
    PersonName sent = new PersonName(first, last, whole);
    PersonName shown = new PersonName(theirFirst, theirLast, theirWhole);
    assertThat(sent.agreesWith(shown)).isEqualTo(agree);
    assertThat(shown.agreesWith(sent)).isEqualTo(agree);
  }
}

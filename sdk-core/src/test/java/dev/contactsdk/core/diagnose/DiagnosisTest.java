package dev.contactsdk.core.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final Check FINE = new Check("clock", Verdict.OK, "within 60 s", null);
  private static final Check BAD =
      new Check("address.tls", Verdict.WRONG, "the \"certificate\" has expired", "Renew it.");
  private static final Diagnosis DIAGNOSIS =
      new Diagnosis("Kore.ai", "https://host.test", Verdict.WRONG, List.of(FINE, BAD), 2);

  @Test
  void printsAlignedText() {
    assertThat(DIAGNOSIS.text())
        .isEqualTo(
            """
            Diagnosis of Kore.ai at https://host.test: WRONG: address.tls (1 wrong, 0 unknown, 1 ok; 2 requests, all of them reads)

            OK       clock        within 60 s
            WRONG    address.tls  the "certificate" has expired
                                  Mend: Renew it.
            """);
    assertThat(DIAGNOSIS).hasToString(DIAGNOSIS.text());
  }

  @Test
  void wrapsLongTextAndKeepsEveryWord() {
    String words = "word ".repeat(60).strip();
    Check longest = new Check("limit", Verdict.UNKNOWN, words, words);
    Diagnosis one = new Diagnosis("Truedy", "x", Verdict.UNKNOWN, List.of(longest), 0);
    String body = one.text().substring(one.text().indexOf("\n\n") + 2);
    assertThat(body.lines()).hasSizeGreaterThan(4).allMatch(line -> line.length() <= 118);
    assertThat(body.split("word", -1)).hasSize(121);
    assertThat(body.lines().skip(1)).allMatch(line -> line.startsWith(" ".repeat(16)));
  }

  @Test
  void printsJson() {
    assertThat(DIAGNOSIS.toJson())
        .isEqualTo(
            "{\"vendor\":\"Kore.ai\",\"address\":\"https://host.test\",\"verdict\":\"WRONG\","
                + "\"requests\":2,\"checks\":[{\"name\":\"clock\",\"verdict\":\"OK\",\"seen\":\"within"
                + " 60 s\"},{\"name\":\"address.tls\",\"verdict\":\"WRONG\",\"seen\":\"the"
                + " \\\"certificate\\\" has expired\",\"mend\":\"Renew it.\"}]}");
  }

  @Test
  void findsChecksByNameAndVerdict() {
    assertThat(DIAGNOSIS.check("clock")).isEqualTo(FINE);
    assertThat(DIAGNOSIS.check("no such check")).isNull();
    assertThat(DIAGNOSIS.checks(Verdict.WRONG)).containsExactly(BAD);
    assertThat(DIAGNOSIS.checks(Verdict.UNKNOWN)).isEmpty();
  }
}

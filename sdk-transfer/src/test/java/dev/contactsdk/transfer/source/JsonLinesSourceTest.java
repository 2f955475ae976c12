package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSourceTest {
  @TempDir Path directory;

  private JsonLinesSource source(String text) throws IOException {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  private JsonLinesSource source(byte[] bytes) throws IOException {
    return JsonLinesSource.of(Files.write(directory.resolve("people.jsonl"), bytes));
  }

  private static List<SourceRow> rows(JsonLinesSource source) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = source.open()) {
      open.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static List<String> columns(JsonLinesSource source) {
    try (Rows open = source.open()) {
      return open.columns();
    }
  }

  @Test
  void columnsAreAllNamesOfTheFile() throws IOException {
    JsonLinesSource source =
        source(
            "\uFEFF{\"phone\":\"+919876543210\",\"address\":{\"city\":\"Köln\",\"geo\":{\"x\":1}}}\r\n"
                + "\n"
                + "  \n"
                + "{\"phone\":919876543210,\"n\":9.19877E+11,\"t\":[1,\"a\",null,true]}\n"
                    .repeat(300)
                + "{\"last\":[1,{\"a\":[2]}],\"gone\":null,\"no\":{}}");
    assertThat(columns(source))
        .containsExactly("phone", "address.city", "address.geo.x", "n", "t", "last", "gone");
    List<SourceRow> rows = rows(source);
    assertThat(rows).hasSize(302).allMatch(row -> row.damage() == null);
    assertThat(rows.get(0))
        .isEqualTo(SourceRow.of(1, List.of("+919876543210", "Köln", "1", "", "", "", "")));
    assertThat(rows.get(1))
        .isEqualTo(
            SourceRow.of(4, List.of("919876543210", "", "", "9.19877E+11", "1,a,,true", "", "")));
    assertThat(rows.get(301).cells().get(5)).isEqualTo("[1,{\"a\":[2]}]");
    assertThat(source.description()).isEqualTo("people.jsonl (JSON Lines)");
    assertThat(source.region("in").region()).isEqualTo("IN");
  }

  @Test
  void aBrokenLineIsDamagedAndTheNextIsRead() throws IOException {
    String deep = "[".repeat(5000);
    List<SourceRow> rows =
        rows(
            source(
                "{\"a\":1}\n{\"a\":\n[1]\n{\"a\":1}{\"a\":2}\n{\"a\":1,\"a\":2}\n"
                    + "{\"a.b\":1,\"a\":{\"b\":2}}\n{\"a\":"
                    + deep
                    + "\n{\"a\":\""
                    + "x".repeat(2 << 20)
                    + "\"}\n{\"a\":2}\n"));
    assertThat(rows)
        .extracting(row -> row.damage() != null)
        .containsExactly(false, true, true, true, true, true, true, true, false);
    assertThat(rows).extracting(SourceRow::number).contains(8L, 9L);
    assertThat(rows.get(1).cells()).containsExactly("{\"a\":");
    assertThat(rows.get(7).damage()).contains("1 MB");
    assertThat(rows.get(8).cells()).containsExactly("2");
  }

  @Test
  void bytesThatAreNotUtf8DamageTheirLine() throws IOException {
    byte[] text = "{\"a\":\"?\"}\n{\"a\":\"ü\"}\n".getBytes(StandardCharsets.UTF_8);
    text[6] = (byte) 0xFC;
    assertThat(rows(source(text)))
        .extracting(row -> row.damage() != null)
        .containsExactly(true, false);
  }

  @Test
  void whatHasNoObjectIsRefused() throws IOException {
    for (String text : List.of("", "\n\n", "a,b\n1,2\n", "[{\"a\":1}]", "{}", "null")) {
      assertRefused(source(text), "has no JSON object");
    }
    assertRefused(source("{\"a\":1}\n".getBytes(StandardCharsets.UTF_16)), "in UTF-8");
    assertRefused(source(new byte[] {'P', 'K', 3, 4}), "XLSX");
    assertRefused(JsonLinesSource.of(directory), "is a directory");
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      wide.append("{\"a").append(i).append("\":1}\n");
    }
    assertRefused(source(wide.toString()), "different names");
  }

  private static void assertRefused(JsonLinesSource source, String problem) {
    assertThatThrownBy(() -> rows(source))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(problem)
        .extracting(e -> ((TransferException) e).kind())
        .isEqualTo(TransferException.Kind.INPUT);
  }

  @Test
  void anyBytesGiveRowsOrATransferException() throws IOException {
    byte[] right =
        "{\"a\":\"ü\",\"b\":[1,{\"c\":2}]}\n\n{\"d\":null}\n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(12);
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = right.clone();
      for (int n = random.nextInt(5); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        JsonLinesSource source = source(bytes);
        int width = columns(source).size();
        assertThat(rows(source)).allMatch(row -> row.cells().size() == width);
        read++;
      } catch (TransferException e) {
        assertThat(e.kind()).isEqualTo(TransferException.Kind.INPUT);
      }
    }
    assertThat(read).isBetween(1_000, 2_000);
  }
}

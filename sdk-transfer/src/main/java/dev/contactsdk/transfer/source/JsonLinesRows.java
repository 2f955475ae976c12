package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of an open JSON Lines file. */
final class JsonLinesRows extends RowsAhead {
  private static final int MOST_COLUMNS = 16_384;

  private final InputFile file;
  private final Map<String, Integer> places;
  private final List<String> columns;
  private final InputStream bytes;
  private final Lines lines;

  JsonLinesRows(InputFile file) {
    this.file = file;
    this.places = places(file);
    this.columns = Header.names(new ArrayList<>(places.keySet()));
    this.bytes = file.open();
    this.lines = new Lines(bytes);
    try {
      start();
    } catch (TransferException e) {
      close();
      throw e;
    }
  }

  /** Reads the whole file for the names, because the last object may have one of its own. */
  private static Map<String, Integer> places(InputFile file) {
    Map<String, Integer> places = new LinkedHashMap<>();
    try (InputStream in = file.open()) {
      Lines lines = new Lines(in);
      while (lines.advance()) {
        Map<String, String> object = object(lines);
        if (object != null) {
          object.keySet().forEach(name -> places.putIfAbsent(name, places.size()));
          refuseWide(file, places);
        }
      }
    } catch (IOException e) {
      throw file.failure(e);
    }
    if (places.isEmpty()) {
      refuseOther(file);
      throw file.refused("has no JSON object: each line must be one, in UTF-8");
    }
    return places;
  }

  private static void refuseWide(InputFile file, Map<String, Integer> places) {
    if (places.size() > MOST_COLUMNS) {
      throw file.refused("has more than 16,384 different names: give records with the same names");
    }
  }

  private static void refuseOther(InputFile file) {
    try (InputStream in = file.open()) {
      FileKind.refuseOther(file, in.readNBytes(8));
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private static @Nullable Map<String, String> object(Lines lines) {
    String text = lines.isTooLong() || lines.isBlank() ? null : lines.text();
    return text == null ? null : JsonObjectLine.read(text);
  }

  @Override
  @Nullable SourceRow read() {
    try {
      while (lines.advance()) {
        if (!lines.isBlank()) {
          return row();
        }
      }
      return null;
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private SourceRow row() {
    if (lines.isTooLong()) {
      return damaged("", "The line is longer than 1 MB");
    }
    String text = lines.text();
    if (text == null) {
      return damaged("", "The line has bytes that are not UTF-8");
    }
    Map<String, String> object = JsonObjectLine.read(text);
    if (object == null) {
      return damaged(text, "The line is not one JSON object, or has a name twice");
    }
    String[] cells = blank();
    for (Map.Entry<String, String> member : object.entrySet()) {
      Integer place = places.get(member.getKey());
      if (place == null) {
        throw file.refused("changed while it was read: read it again when nobody writes to it");
      }
      cells[place] = member.getValue();
    }
    return SourceRow.of(lines.number(), List.of(cells));
  }

  /** The line stays visible in the first cell. */
  private SourceRow damaged(String text, String damage) {
    String[] cells = blank();
    cells[0] = text;
    return new SourceRow(lines.number(), List.of(cells), damage);
  }

  private String[] blank() {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    return cells;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw file.failure(e);
    }
  }
}

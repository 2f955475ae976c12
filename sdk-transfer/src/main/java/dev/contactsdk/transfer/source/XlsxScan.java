package dev.contactsdk.transfer.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a spreadsheet once before its rows are read, and refuses what would take memory or time
 * without end: the library behind {@link XlsxRows} trusts sizes and places in the file.
 */
final class XlsxScan {
  /** A spreadsheet program's own limits. */
  static final int COLUMNS = 16_384;

  private static final int LONGEST_TEXT = 32_767;

  /** Each cell without a formula is looked up in all of them. */
  private static final int MOST_ARRAY_FORMULAS = 1000;

  private static final int MOST_ENTRIES = 10_000;
  private static final long LARGEST_SHEET = 8L << 30;
  private static final long LARGEST_PART = 64 << 20;

  private final InputFile file;
  private final long largestTexts;
  private boolean hasTexts;
  private long sharedTexts;
  private long highestShared = -1;
  private int arrayFormulas;

  private XlsxScan(InputFile file, long largestTexts) {
    this.file = file;
    this.largestTexts = largestTexts;
  }

  /**
   * Refuses a file that cannot be read safely.
   *
   * @param largestTexts the bytes of shared texts that memory has room for
   */
  static void check(InputFile file, long largestTexts) {
    file.refuseUnreadable();
    FileKind kind = FileKind.of(file);
    if (kind != FileKind.ZIP) {
      throw file.refused(
          kind == null ? "is not a spreadsheet (XLSX): read it as CSV" : kind.problem());
    }
    new XlsxScan(file, largestTexts).entries();
  }

  private void entries() {
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw damaged();
      }
      Set<String> names = new HashSet<>();
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
          throw damaged();
        }
        entry(zip, entry);
      }
    } catch (IOException e) {
      throw file.failure(e);
    } catch (IllegalArgumentException e) {
      throw file.refused("is damaged: save or download it again", e);
    }
    if (highestShared >= sharedTexts) {
      throw damaged();
    }
  }

  private RuntimeException damaged() {
    return file.refused("is damaged: save it again as XLSX in a spreadsheet program");
  }

  /** Any entry may be a sheet. One that is no XML ends at its first bytes. */
  private void entry(ZipFile zip, ZipEntry entry) throws IOException {
    try (CountedBytes in = new CountedBytes(zip.getInputStream(entry))) {
      scan(in);
      if (in.endless) {
        throw damaged();
      }
    }
  }

  /** What the parser refuses here, it refuses again when a part is needed. */
  private void scan(CountedBytes in) {
    try {
      XMLInputFactory factory = new InputFactoryImpl();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      part(factory.createXMLStreamReader(in), in);
    } catch (TransferException e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      return;
    }
  }

  private void part(XMLStreamReader xml, CountedBytes in) throws XMLStreamException {
    Part part = new Part();
    while (xml.hasNext()) {
      int event = xml.next();
      in.since = 0;
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> part.start(xml);
        case XMLStreamConstants.END_ELEMENT -> part.end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            part.text(xml);
        default -> {}
      }
      part.refuseLarge(in.total);
    }
  }

  /** One entry, element by element. */
  private final class Part {
    private String root = "";
    private long limit = LARGEST_PART;
    private boolean inCell;
    private boolean inShared;
    private long length;
    private final StringBuilder index = new StringBuilder();

    void start(XMLStreamReader xml) {
      String name = xml.getLocalName();
      if (root.isEmpty()) {
        root(name);
      }
      length = inCell ? length : 0;
      switch (name) {
        case "c", "si" -> cell(xml, name);
        case "v" -> index.setLength(0);
        case "f" -> formula(xml.getAttributeValue(null, "t"));
        default -> {}
      }
    }

    private void root(String name) {
      root = name;
      if (name.equals("sst")) {
        if (hasTexts) {
          throw damaged();
        }
        hasTexts = true;
        limit = largestTexts;
      } else if (name.equals("worksheet")) {
        limit = LARGEST_SHEET;
      }
    }

    private void cell(XMLStreamReader xml, String name) {
      length = 0;
      inCell = true;
      if (name.equals("si")) {
        sharedTexts++;
      } else {
        inShared = "s".equals(xml.getAttributeValue(null, "t"));
        place(xml.getAttributeValue(null, "r"));
      }
    }

    void text(XMLStreamReader xml) {
      length += xml.getTextLength();
      if (length > LONGEST_TEXT) {
        throw file.refused(
            "has a text with more than 32,767 characters, which no spreadsheet has: save it again"
                + " as XLSX");
      }
      if (inCell && inShared) {
        index.append(xml.getText());
      }
    }

    void end(String name) {
      if (name.equals("v") && inShared) {
        shared(index.toString());
      }
      if (name.equals("c") || name.equals("si")) {
        inCell = false;
        inShared = false;
      }
      length = inCell ? length : 0;
    }

    void refuseLarge(long size) {
      if (size <= limit) {
        return;
      }
      throw file.refused(
          root.equals("sst")
              ? "has more than "
                  + (largestTexts >> 20)
                  + " MB of texts, which are kept in memory: save it as CSV, or give Java more"
                  + " memory (-Xmx)"
              : "is too large when unpacked: save it as CSV");
    }
  }

  private void shared(String index) {
    try {
      highestShared = Math.max(highestShared, Integer.parseInt(index));
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private void formula(@Nullable String type) {
    if ("array".equals(type) && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
      throw file.refused("has more than 1,000 array formulas: save it as CSV");
    }
  }

  private void place(@Nullable String reference) {
    int column = 0;
    for (int i = 0; reference != null && i < reference.length(); i++) {
      int letter = Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      if (letter >= 1 && letter <= 26) {
        column = column * 26 + letter;
      }
      if (column > COLUMNS) {
        throw damaged();
      }
    }
  }
}

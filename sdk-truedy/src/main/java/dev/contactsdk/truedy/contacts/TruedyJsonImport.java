package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.CsvStart;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.truedy.internal.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An import in the form of Truedy's older page: one JSON object with a CSV file in Base64, or with
 * the contacts themselves. Immutable. {@code toString} shows only property names.
 *
 * <p>The current page, "Import Contacts (CSV)", documents another form; see {@link
 * TruedyContacts#importCsv(Path)}. Both have the same method and path.
 *
 * <p>Source: Truedy, "Import Contacts".
 */
public final class TruedyJsonImport extends RequestObject {
  private static final String TYPE = "TruedyJsonImport";
  private static final String FILE = "base64_file";
  private static final String KEY = "file_key";
  private static final String CONTACTS = "contacts";
  private static final String MAPPING = "mapping_config";

  private TruedyJsonImport(Builder builder) {
    super(builder);
    check(properties());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private TruedyJsonImport(Map<String, @Nullable Object> written) {
    super(written, "folder_id");
    check(properties());
  }

  private static void check(Map<String, @Nullable Object> properties) {
    if (Stream.of(FILE, KEY, CONTACTS).filter(name -> properties.get(name) != null).count() != 1) {
      throw new InvalidRequestException(
          TYPE, "needs exactly one of " + FILE + ", " + KEY + " and " + CONTACTS);
    }
    if (properties.get(CONTACTS) != null && properties.get(MAPPING) != null) {
      throw new InvalidRequestException(
          TYPE, "mapColumn maps the columns of a file, but there are contacts instead of a file");
    }
  }

  /** Whether it holds several contacts, or a file, whose rows are not counted. */
  boolean isOfSeveral() {
    return !(properties().get(CONTACTS) instanceof List<?> contacts && contacts.size() == 1);
  }

  /**
   * Creates a builder with the only property that Truedy always requires.
   *
   * @param folderId the id of the folder to import into
   * @return a builder
   * @throws InvalidRequestException when it is blank
   */
  public static Builder builder(String folderId) {
    return new Builder(folderId);
  }

  /** Collects an import's properties. Not thread-safe. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private final String folderId;

    private Builder(String folderId) {
      this.folderId = Checks.notBlank(TYPE, "folder_id", folderId);
      require("folder_id");
      put("folder_id", folderId);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Reads a CSV file in UTF-8, and its name. A byte order mark is left out. The page does not
     * describe the file; a column {@code phone} suits both pages. The file is held in memory, and
     * sent in Base64, which is a third longer.
     *
     * @param csv the file
     * @return this builder
     * @throws InvalidRequestException when it cannot be read, is empty or is in UTF-16
     */
    public Builder csv(Path csv) {
      try {
        Path name = given("the path", csv).getFileName();
        return csv(Files.readAllBytes(csv), String.valueOf(name));
      } catch (IOException e) {
        throw new InvalidRequestException(TYPE, "there is no readable file at " + csv);
      }
    }

    /**
     * Sets the CSV file; see {@link #csv(Path)}.
     *
     * @param csv the bytes
     * @param fileName the file name to send, such as {@code contacts.csv}
     * @return this builder
     * @throws InvalidRequestException when the bytes are null, empty or UTF-16, or the file name is
     *     blank
     */
    public Builder csv(byte[] csv, String fileName) {
      int start = CsvStart.bomLength(TYPE, given("the CSV", csv));
      byte[] text = Arrays.copyOfRange(csv, start, csv.length);
      put(FILE, Base64.getEncoder().encodeToString(text));
      return put("filename", Checks.notBlank(TYPE, "filename", fileName));
    }

    /**
     * Maps a column of the CSV file to a property of a contact. Columns that are not mapped become
     * custom fields.
     *
     * @param header the column's header in the file
     * @param property the property, such as {@code phone_number} or {@code first_name}
     * @return this builder
     * @throws InvalidRequestException when one of them is null or blank
     */
    public Builder mapColumn(String header, String property) {
      return putInto(
          MAPPING,
          Checks.notBlank(TYPE, "the column's header", header),
          Checks.notBlank(TYPE, "the property", property));
    }

    /**
     * Sets the contacts to import, in place of a file. Truedy calls this form "legacy". A contact
     * without a folder gets the import's folder, because the page "Contacts" requires one. That
     * page also names custom data {@code metadata}: see {@link
     * NewTruedyContact.Builder#metadata(String, Object)}.
     *
     * @param contacts the contacts, at least one
     * @return this builder
     * @throws InvalidRequestException when there is none, or one is null
     */
    public Builder contacts(Collection<NewTruedyContact> contacts) {
      if (given(CONTACTS, contacts).isEmpty()) {
        throw new InvalidRequestException(TYPE, "contacts is empty");
      }
      leaveOut(CONTACTS);
      contacts.forEach(contact -> add(CONTACTS, inFolder(given("a contact", contact))));
      return this;
    }

    private Map<String, @Nullable Object> inFolder(NewTruedyContact contact) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>(contact.properties());
      properties.putIfAbsent("folder_id", folderId);
      return properties;
    }

    /**
     * Sets the key of a file that Truedy already has, in place of a file. Truedy calls this form
     * "legacy" and does not say where such a key comes from.
     *
     * @param key the key
     * @return this builder
     * @throws InvalidRequestException when it is blank
     */
    public Builder fileKey(String key) {
      return put(KEY, Checks.notBlank(TYPE, KEY, key));
    }

    /**
     * Builds the import.
     *
     * @return an immutable import; the builder can be reused
     * @throws InvalidRequestException when it has no file, key or contacts, or more than one of
     *     them, or maps columns without a file
     */
    public TruedyJsonImport build() {
      return new TruedyJsonImport(this);
    }
  }
}

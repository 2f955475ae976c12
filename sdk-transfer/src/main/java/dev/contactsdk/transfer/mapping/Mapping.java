package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field. Columns that no rule names go nowhere; {@link #unused} lists them.
 * Immutable. {@code toString} shows no values.
 */
public final class Mapping {
  /** In the order in which they were given, each field once. */
  private final List<Rule> rules;

  Mapping(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static TransferException refused(String problem) {
    return new TransferException(Kind.INPUT, "Mapping: " + problem);
  }

  /**
   * Starts a mapping.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Changes this mapping.
   *
   * @return a new builder with the same rules
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    rules.forEach(builder::put);
    return builder;
  }

  /**
   * Finds a mapping by reading the first 200 rows. A column is taken when its name is a usual one
   * and its values do not speak against it: a phone column's cells must be numbers, an e-mail
   * column's must be addresses. A column named exactly like the field is taken without values too,
   * and one named like a custom field, such as {@code custom.plan}, if the target holds such
   * fields. What names and values do not settle is a doubt, and is left out of the mapping.
   *
   * @param source where rows come from; opened and closed
   * @param target where they go
   * @return the mapping, and what is in doubt
   * @throws TransferException when the source cannot be read
   */
  public static Suggestion suggest(Source source, Target target) {
    List<SourceRow> sample = new ArrayList<>();
    try (Rows rows = source.open()) {
      while (rows.hasNext() && sample.size() < Suggester.SAMPLE) {
        sample.add(rows.next());
      }
      return new Suggester(rows.columns(), sample, target, source.region()).suggest();
    }
  }

  /**
   * The values of a row.
   *
   * @param columns the source's columns
   * @param row the row
   * @return the values by field name, in the order of the rules; blank ones are there as empty
   *     texts
   * @throws TransferException when a rule names a column that the source does not have
   */
  public Map<String, String> apply(List<String> columns, SourceRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Rule rule : rules) {
      String value = rule.value(column -> cell(rule, column, columns, row));
      values.put(rule.field(), Text.isBlank(value) ? "" : value);
    }
    return values;
  }

  private static String cell(Rule rule, String column, List<String> columns, SourceRow row) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw refused(
          rule.field() + " comes from the column '" + column + "', which the source does not have");
    }
    return at < row.cells().size() ? row.cells().get(at) : "";
  }

  /**
   * Columns that no field takes from.
   *
   * @param columns the source's columns
   * @return those that go nowhere
   */
  public List<String> unused(List<String> columns) {
    return columns.stream().filter(column -> !reads(column)).toList();
  }

  private boolean reads(String column) {
    return rules.stream().anyMatch(rule -> rule.take().columns().contains(column));
  }

  /** Whether a doubt quotes a column that a field takes from. */
  boolean readsAnyOf(String doubt) {
    return rules.stream()
        .flatMap(rule -> rule.take().columns().stream())
        .anyMatch(column -> doubt.contains("'" + column + "'"));
  }

  /**
   * Columns that rules name and the source does not have.
   *
   * @param columns the source's columns
   * @return empty if the mapping fits the source
   */
  public List<String> missing(List<String> columns) {
    return rules.stream()
        .flatMap(rule -> rule.take().columns().stream())
        .filter(column -> !columns.contains(column))
        .distinct()
        .toList();
  }

  /**
   * The fields that get a value.
   *
   * @return their names, in the order of the rules
   */
  public List<String> fields() {
    return rules.stream().map(Rule::field).toList();
  }

  /**
   * The mapping for people to read.
   *
   * @return a line for each field, such as {@code Phone → phone}; without values
   */
  public String describe() {
    return rules.stream().map(Rule::toString).collect(Collectors.joining("\n"));
  }

  /**
   * The mapping as JSON, to keep and to edit.
   *
   * @return JSON over several lines; constants and defaults are in it
   */
  public String toJson() {
    return MappingJson.write(rules);
  }

  /**
   * Reads what {@link #toJson()} writes.
   *
   * @param json the JSON
   * @return the mapping
   * @throws TransferException when it is no mapping; the message names the place
   */
  public static Mapping fromJson(String json) {
    return MappingJson.read(json);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping mapping && mapping.rules.equals(rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return "Mapping[" + String.join("; ", describe().split("\n", -1)) + "]";
  }

  /** Builds a mapping. A second rule for a field replaces the first. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();

    private Builder() {}

    void put(Rule rule) {
      rules.put(rule.field(), rule);
    }

    private Builder take(String field, Rule.Take take) {
      if (Text.isBlank(field)) {
        throw refused("the name of a field is blank");
      }
      put(new Rule(field, take, null));
      return this;
    }

    /**
     * A field takes a column's cells as they are.
     *
     * @param column the source's column
     * @param field the target's field; a custom one begins with {@code custom.}
     * @return this builder
     */
    public Builder column(String column, String field) {
      return take(field, new Rule.Column(column));
    }

    /**
     * A field has the same value in every row.
     *
     * @param field the target's field
     * @param value the value
     * @return this builder
     */
    public Builder constant(String field, String value) {
      return take(field, new Rule.Constant(value));
    }

    /**
     * A field is put together from columns. It is blank where all of them are.
     *
     * @param field the target's field
     * @param template text with columns in braces, such as <code>{First} {Last}</code>; braces of
     *     the text are doubled
     * @return this builder
     * @throws TransferException when a brace has no partner
     */
    public Builder template(String field, String template) {
      return take(field, new Template(template));
    }

    /**
     * First and last name are parts of one column.
     *
     * @param column the column with whole names
     * @param order which part is which
     * @return this builder
     */
    public Builder split(String column, NameOrder order) {
      boolean comma = order == NameOrder.LAST_COMMA_FIRST;
      take(
          Fields.FIRST_NAME,
          new Rule.Part(column, comma ? NamePart.AFTER_COMMA : NamePart.FIRST_WORD));
      return take(
          Fields.LAST_NAME, new Rule.Part(column, comma ? NamePart.BEFORE_COMMA : NamePart.REST));
    }

    /**
     * What a field has where its value is blank. Without another rule, every row has it.
     *
     * @param field the target's field
     * @param value the value
     * @return this builder
     */
    public Builder defaultValue(String field, String value) {
      defaults.put(field, value);
      return this;
    }

    /**
     * Leaves a field out.
     *
     * @param field the target's field
     * @return this builder
     */
    public Builder without(String field) {
      rules.remove(field);
      defaults.remove(field);
      return this;
    }

    /**
     * Builds the mapping.
     *
     * @return the mapping
     */
    public Mapping build() {
      Map<String, Rule> all = new LinkedHashMap<>(rules);
      defaults.forEach(
          (field, value) -> {
            Rule rule = all.get(field);
            all.put(
                field,
                rule == null
                    ? new Rule(field, new Rule.Constant(value), null)
                    : new Rule(field, rule.take(), value));
          });
      return new Mapping(new ArrayList<>(all.values()));
    }
  }
}

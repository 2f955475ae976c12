package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.TargetField;
import java.util.List;
import java.util.Map;

/** Which column is which field. Immutable. */
public final class Mapping {
  private Mapping() {}

  public static Suggestion suggest(
      List<String> columns, List<SourceRow> sample, List<TargetField> fields, String region) {
    throw new UnsupportedOperationException();
  }

  /** The values of a row by field name; blank ones are there as empty texts. */
  public Map<String, String> apply(List<String> columns, SourceRow row) {
    throw new UnsupportedOperationException();
  }

  /** Columns that no field takes from. */
  public List<String> unused(List<String> columns) {
    throw new UnsupportedOperationException();
  }

  public String toJson() {
    throw new UnsupportedOperationException();
  }

  public static Mapping fromJson(String json) {
    throw new UnsupportedOperationException();
  }
}

package dev.contactsdk.transfer.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row after mapping and checking. {@code toString} shows no values.
 *
 * @param phone the number in E.164; null if the row has none that is right
 * @param fields the values by the target's field names, in the form that is sent; blank cells are
 *     left out, or are empty texts where blanks clear; never null
 * @param problems why the row cannot be sent; empty if it can; never null
 * @param inUse whether the numbering plan of its country has the number; others are sent all the
 *     same, because plans change
 * @param garbled whether a text seems to be damaged by a wrong encoding; it is sent all the same,
 *     because it may be right
 */
public record CheckedRow(
    @Nullable String phone,
    Map<String, String> fields,
    List<Problem> problems,
    boolean inUse,
    boolean garbled) {
  /**
   * Makes the collections unmodifiable.
   *
   * @param phone the number in E.164; null if the row has none that is right
   * @param fields the values
   * @param problems why the row cannot be sent
   * @param inUse whether the numbering plan has the number
   * @param garbled whether a text seems to be damaged by a wrong encoding
   */
  public CheckedRow {
    fields = Map.copyOf(fields);
    problems = List.copyOf(problems);
  }

  @Override
  public String toString() {
    return "CheckedRow[problems=" + problems.size() + "]";
  }
}

package dev.contactsdk.transfer.mapping;

import java.util.List;

/**
 * A mapping that was found, and what is in doubt.
 *
 * @param mapping the columns that names and values agree on
 * @param doubts one line for each column where they do not; never null
 */
public record Suggestion(Mapping mapping, List<String> doubts) {
  /**
   * Puts a changed mapping in the place of the one that was found.
   *
   * @param changed the mapping
   * @return the mapping, and the doubts about columns that it does not read
   */
  public Suggestion with(Mapping changed) {
    return new Suggestion(
        changed, doubts.stream().filter(doubt -> !changed.readsAnyOf(doubt)).toList());
  }
}

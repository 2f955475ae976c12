package dev.contactsdk.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search for written records found.
 *
 * @param found for each record that was to be written, in the same order, what was found of it, or
 *     null
 * @param searched how many records were gone through
 * @param <R> the records' type
 */
public record LookUp<R>(List<@Nullable R> found, long searched) {
  boolean isComplete() {
    return found.stream().allMatch(record -> record != null);
  }

  @Override
  public String toString() {
    return "LookUp[searched=" + searched + "]";
  }
}

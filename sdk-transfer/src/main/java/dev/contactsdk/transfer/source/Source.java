package dev.contactsdk.transfer.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from. A source is read once per plan, from its first row to its last, and never
 * held in memory as a whole. Applications implement it for their own systems.
 */
public interface Source {
  /**
   * What is read and how, for the plan's summary, such as {@code people.csv (CSV, UTF-8, comma)}.
   *
   * @return one line without personal data
   */
  String description();

  /**
   * Starts reading from the first row.
   *
   * @return the rows; the caller closes them
   * @throws dev.contactsdk.transfer.run.TransferException when the source cannot be read
   */
  Rows open();

  /**
   * The file behind the source. A run compares it with what was planned, and stops when it changed.
   *
   * @return the file; null if there is none
   */
  default @Nullable Path file() {
    return null;
  }

  /**
   * The region of phone numbers without a country code.
   *
   * @return two letters, such as {@code IN}; null if every number has its country code
   */
  default @Nullable String region() {
    return null;
  }
}

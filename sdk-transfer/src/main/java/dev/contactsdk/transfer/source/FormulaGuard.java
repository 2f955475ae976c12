package dev.contactsdk.transfer.source;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running cells that look like formulas: such a cell gets an apostrophe in
 * front. A cell that already has apostrophes there gets one more, so that taking one off gives back
 * every cell exactly. Numbers in E.164 stay as they are.
 */
final class FormulaGuard {
  private static final Pattern RUNS =
      Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final String MARK = "'";

  private FormulaGuard() {}

  static String guard(String cell) {
    boolean runs = RUNS.matcher(cell).matches() && !E164.matcher(cell).matches();
    return runs ? MARK + cell : cell;
  }

  /** Takes off exactly what {@link #guard} put on. */
  static String strip(String cell) {
    boolean guarded = cell.startsWith(MARK) && RUNS.matcher(cell).matches();
    return guarded ? cell.substring(1) : cell;
  }
}

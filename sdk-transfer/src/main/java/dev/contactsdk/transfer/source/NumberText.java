package dev.contactsdk.transfer.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as texts, so that a phone number among them keeps its digits. */
final class NumberText {
  /** A spreadsheet's and a database's floating-point numbers are exact to this many digits. */
  private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int LONGEST = 15;

  private NumberText() {}

  /**
   * A floating-point number. One that has more digits than are exact is written with a power of
   * ten, as spreadsheets show it, so nobody takes it for a phone number.
   */
  static String of(BigDecimal number) {
    BigDecimal exact = number.round(EXACT).stripTrailingZeros();
    long digits = (long) exact.precision() - exact.scale();
    return digits <= LONGEST && exact.scale() <= 2 * LONGEST
        ? exact.toPlainString()
        : exact.toString();
  }
}

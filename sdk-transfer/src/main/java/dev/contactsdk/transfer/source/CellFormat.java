package dev.contactsdk.transfer.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet's number means: a date, a padded number, or just a number. */
final class CellFormat {
  /** Quoted text, escaped characters, colours, conditions and locales; not {@code [h]}. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE_CODE = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

  /** Such as {@code 0000000000} or {@code "+"0}. */
  private static final Pattern PADDED = Pattern.compile("(\\+?)#*(0{1,20})|(\\+)#+");

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal END = BigDecimal.valueOf(2_958_466); // 10000-01-01
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  /** Excel takes 1900 for a leap year: days before March 1900 are one off. */
  private static final int FALSE_LEAP_DAY = 60;

  private CellFormat() {}

  static String text(BigDecimal number, @Nullable String format, boolean from1904) {
    if (format != null && isDate(format) && number.signum() >= 0 && number.compareTo(END) < 0) {
      return date(number, from1904);
    }
    String text = NumberText.of(number);
    return format == null ? text : padded(text, format);
  }

  private static boolean isDate(String format) {
    String first = NO_CODE.matcher(format).replaceAll("").split(";", 2)[0];
    return !first.equalsIgnoreCase("General") && DATE_CODE.matcher(first).find();
  }

  private static String date(BigDecimal number, boolean from1904) {
    long day = number.longValue();
    long seconds =
        number
            .subtract(BigDecimal.valueOf(day))
            .multiply(SECONDS)
            .add(new BigDecimal("0.5"))
            .longValue();
    if (day == 0 && !from1904) {
      return LocalTime.MIN.plusSeconds(seconds).toString();
    }
    LocalDate first = from1904 ? EPOCH_1904 : EPOCH.plusDays(day < FALSE_LEAP_DAY ? 1 : 0);
    LocalDateTime time = first.plusDays(day).atStartOfDay().plusSeconds(seconds);
    boolean whole = time.equals(time.truncatedTo(ChronoUnit.DAYS));
    return whole ? time.toLocalDate().toString() : time.toString();
  }

  /** The zeros and the plus in front that the spreadsheet shows, but does not store. */
  private static String padded(String number, String format) {
    Matcher padding = PADDED.matcher(format.replaceAll("[\"\\\\]", ""));
    if (!padding.matches() || !number.matches("\\d+")) {
      return number;
    }
    String plus = padding.group(3) == null ? padding.group(1) : padding.group(3);
    int length = padding.group(2) == null ? 0 : padding.group(2).length();
    return plus + "0".repeat(Math.max(0, length - number.length())) + number;
  }
}

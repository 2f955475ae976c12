package dev.contactsdk.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Requests a minute.
 *
 * @param perMinute at least 1
 */
record Rate(int perMinute) {
  static final String DESCRIPTION =
      "The most requests in any minute. Default: two thirds of the documented limit, so that others"
          + " can work meanwhile.";

  /** Reads {@code 40/min}, or 40 alone. */
  static final class Converter implements ITypeConverter<Rate> {
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})(?:/min)?");

    @Override
    public Rate convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("write it like 40/min, but it was '" + text + "'");
      }
      return new Rate(Integer.parseInt(matcher.group(1)));
    }
  }
}

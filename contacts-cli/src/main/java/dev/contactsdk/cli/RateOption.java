package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.RunOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many requests a minute a command may send. */
@Command
final class RateOption {
  @Option(
      names = "--rate",
      paramLabel = "40/min",
      converter = Converter.class,
      description =
          "The most requests in any minute. Default: two thirds of the documented limit, so that"
              + " others can work meanwhile.")
  private @Nullable Integer perMinute;

  /** Null for the default. */
  @Nullable Integer perMinute() {
    return perMinute;
  }

  RunOptions options() {
    return perMinute == null ? RunOptions.DEFAULT : RunOptions.DEFAULT.rate(perMinute);
  }

  /** Reads {@code 40/min}, or 40 alone. */
  static final class Converter implements ITypeConverter<Integer> {
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})(?:/min)?");

    @Override
    public Integer convert(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("write it like 40/min, but it was '" + text + "'");
      }
      return Integer.valueOf(matcher.group(1));
    }
  }
}

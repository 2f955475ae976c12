package dev.contactsdk.core.spi.diagnose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library that is missing or clashes with another one, as the JVM found out.
 *
 * @param name the class or method that was not found; of the JVM's text only this is shown
 */
record LinkFault(String name) {
  private static final String CLASS = "(?:[a-z][\\w$]*[./])+[A-Z][\\w$]*";
  private static final List<Pattern> NAMES =
      List.of(
          Pattern.compile("(" + CLASS + "\\.[\\w$<>]+)\\("), Pattern.compile("(" + CLASS + ")"));

  static LinkFault of(LinkageError error) {
    for (Throwable cause : Causes.of(error).chain()) {
      String name = name(String.valueOf(cause.getMessage()));
      if (name != null) {
        return new LinkFault(name);
      }
    }
    return new LinkFault(error.getClass().getSimpleName());
  }

  private static @Nullable String name(String text) {
    for (Pattern pattern : NAMES) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return matcher.group(1).replace('/', '.');
      }
    }
    return null;
  }

  /** The check of the library that the class belongs to. */
  String check() {
    if (name.matches("(?:okhttp3|okio|kotlin)\\..*")) {
      return ClassPathChecks.OKHTTP_CHECK;
    }
    if (name.startsWith("io.jsonwebtoken.")) {
      return ClassPathChecks.JJWT_CHECK;
    }
    return name.matches("(?:tools\\.jackson|com\\.fasterxml)\\..*")
        ? ClassPathChecks.JACKSON_CHECK
        : ClassPathChecks.SDK_CHECK;
  }

  String seen() {
    return "a library is missing or clashes: " + name;
  }
}

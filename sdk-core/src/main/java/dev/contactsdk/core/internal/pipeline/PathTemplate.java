package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path with placeholders, and the rules for their values. */
public final class PathTemplate {
  private static final String UNRESERVED = "-._~";
  private static final String BROKEN =
      "is not valid Unicode: it has half of a surrogate pair, as a text that was cut may have";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final String template;
  private final String[] parts;
  private final Set<String> refused;
  private final Set<String> maySeparate;

  public PathTemplate(String template) {
    this(template, Set.of(), Set.of());
  }

  private PathTemplate(String template, Set<String> refused, Set<String> maySeparate) {
    if (!template.startsWith("/")) {
      throw new InvalidRequestException("path", "must start with /, such as /contacts/{id}");
    }
    this.template = template;
    this.parts = template.split("[{}]", -1);
    this.refused = refused;
    this.maySeparate = maySeparate;
  }

  /** Ignores case, because many servers ignore it in paths. */
  public PathTemplate refusing(Set<String> ids) {
    return new PathTemplate(
        template,
        ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        maySeparate);
  }

  public PathTemplate allowingSlash(String placeholder) {
    return new PathTemplate(template, refused, Set.of(placeholder));
  }

  /** Appends the path. Every second part is a placeholder's name. */
  public void expand(
      StringBuilder url, String operation, Map<String, String> own, Map<String, String> clients) {
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        url.append(parts[i]);
      } else {
        String name = parts[i];
        encode(url, check(operation, name, own.getOrDefault(name, clients.get(name))));
      }
    }
  }

  /** Whether a placeholder may have a value. */
  public boolean canCarry(String name, String value) {
    return problem(value, maySeparate.contains(name)) == null;
  }

  private String check(String operation, String name, @Nullable String value) {
    String problem = problem(value, maySeparate.contains(name));
    if (value == null || problem != null) {
      throw new InvalidRequestException(operation, "the " + name + " " + problem);
    }
    return value;
  }

  private @Nullable String problem(@Nullable String value, boolean maySeparate) {
    if (value == null || value.isBlank()) {
      return "is missing or blank";
    }
    boolean separated = value.indexOf('/') >= 0 || value.indexOf('\\') >= 0;
    if (separated && !maySeparate) {
      return "holds a path separator: give the bare id";
    }
    if (separated ? hasDotSegment(value) : isDotSegment(value)) {
      return "is or holds a dot segment, which many servers resolve to another path";
    }
    if (hasControl(value)) {
      return "holds a control character: give the bare id";
    }
    if (isBroken(value)) {
      return BROKEN;
    }
    return refused.contains(value.toLowerCase(Locale.ROOT))
        ? "'" + value + "' is the name of another operation, not an id"
        : null;
  }

  /** Half a surrogate pair is no character: UTF-8 would have a question mark in its place. */
  private static boolean isBroken(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.getType(point) == Character.SURROGATE) {
        return true;
      }
      at += Character.charCount(point);
    }
    return false;
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDotSegment(String value) {
    return Arrays.stream(value.split("[/\\\\]", -1)).anyMatch(PathTemplate::isDotSegment);
  }

  private static boolean isDotSegment(String value) {
    return value.equals(".") || value.equals("..");
  }

  /** Appends a query parameter's name or value. */
  public static void encodeQuery(StringBuilder url, String operation, String text) {
    if (isBroken(text)) {
      throw new InvalidRequestException(operation, "a query parameter " + BROKEN);
    }
    encode(url, text);
  }

  public static void encode(StringBuilder url, String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || UNRESERVED.indexOf(c) >= 0) {
        url.append(c);
      } else {
        url.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
  }

  @Override
  public String toString() {
    return template;
  }
}

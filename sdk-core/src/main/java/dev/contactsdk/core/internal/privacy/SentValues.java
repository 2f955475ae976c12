package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credentials and personal values of a request. Does not read uploaded files. */
final class SentValues {
  private static final int SHORTEST_SECRET = 6;

  /** A vendor may quote part of a key. */
  private static final int SHORTEST_PART = 12;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9-]+ ");

  /** Longer text is not a name, and has common words. */
  private static final int LONGEST_NAME = 60;

  /** A smaller number does not identify a person. */
  private static final int FEWEST_DIGITS = 5;

  /** Words of error texts. A value, or a word of a name, is not masked if it is one of these. */
  private static final Set<String> COMMON =
      Masking.ignoringCase(
          ("account address agent agents already and any are because been but can cannot characters"
                  + " code contact contacts country does duplicate email empty error exactly exist"
                  + " exists expected failed false field fields folder for format found from has"
                  + " have invalid its least length limit list longer maximum message minimum"
                  + " missing more most must name not null number one only phone provided request"
                  + " required shorter should string than that the this too true unique unknown"
                  + " user valid value values was were will with you your")
              .split(" ", -1));

  /** The names of all JSON properties, personal or not. */
  final Set<String> names = new HashSet<>();

  private final Masking masking;
  private final List<String> values = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  SentValues(Masking masking, HttpRequest request, @Nullable RequestBody about) {
    this.masking = masking;
    request.headers().forEach(this::addHeader);
    addPath(request);
    addQuery(request.url());
    addBody(request.body());
    addBody(about);
  }

  /** Values without a request. Each may be a name. */
  SentValues(Object values) {
    this.masking = Masking.of(Set.of(), Headers.empty());
    addJson("name", values, true);
  }

  void hideIn(VendorText text) {
    values.forEach(text::hideWords);
    names.forEach(text::showField);
    numbers.forEach(text::hideNumber);
    secrets.forEach(secret -> text.hideParts(secret, Math.min(SHORTEST_PART, secret.length())));
  }

  /** Adds each word except the scheme. */
  private void addHeader(String name, String value) {
    if (!masking.harmlessHeaders.contains(name)) {
      String plain = PlainText.folded(PlainText.withoutEscapes(value));
      int from = SCHEME.matcher(plain).lookingAt() ? plain.indexOf(' ') + 1 : 0;
      for (String secret : plain.substring(from).split(" ", -1)) {
        if (secret.length() >= SHORTEST_SECRET) {
          secrets.add(secret);
        }
      }
    }
  }

  /** Matches template and path from the end, because the base URL may have a path. */
  private void addPath(HttpRequest request) {
    if (request.call().pathTemplate().indexOf('{') < 0) {
      return;
    }
    String[] names = request.call().pathTemplate().split("/", -1);
    String[] values = request.url().split("\\?", 2)[0].split("/", -1);
    for (int i = 1; i <= Math.min(names.length, values.length); i++) {
      String name = names[names.length - i];
      if (name.startsWith("{")) {
        addParameter(name.substring(1, name.length() - 1), values[values.length - i]);
      }
    }
  }

  private void addQuery(String url) {
    for (String pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      addParameter(pair.substring(0, Math.max(0, equals)), pair.substring(equals + 1));
    }
  }

  private void addParameter(String name, String value) {
    if (masking.personal.contains(name)) {
      add(value, true);
    }
  }

  private void addBody(@Nullable RequestBody body) {
    if (body == null || !body.repeatable() || !body.contentType().startsWith("application/json")) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body.writeTo(bytes);
      addJson("", Json.read(bytes.toByteArray()), false);
    } catch (IOException | MalformedJsonException e) {
      // A body of the application that is not JSON has no fields.
    }
  }

  private void addJson(String name, @Nullable Object json, boolean personal) {
    if (json instanceof Map<?, ?> map) {
      map.forEach((key, value) -> addProperty(String.valueOf(key), value, personal));
    } else if (json instanceof List<?> list) {
      list.forEach(value -> addJson(name, value, personal));
    } else if (personal && (json instanceof String || json instanceof Number)) {
      add(json.toString(), name.toLowerCase(Locale.ROOT).contains("name"));
    }
  }

  private void addProperty(String name, @Nullable Object value, boolean personal) {
    names.add(name);
    addJson(name, value, personal || masking.personal.contains(name));
  }

  private void add(String value, boolean isName) {
    String words = words(value);
    addWords(words);
    if (isName && words.indexOf(' ') > 0 && words.length() <= LONGEST_NAME) {
      Stream.of(words.split(" ", -1)).forEach(this::addWords);
    }
  }

  /** The words of a value, separated by single spaces. */
  private static String words(String value) {
    String plain = PlainText.folded(PlainText.withoutEscapes(value));
    if (count(plain, VendorText::isOfWord) == plain.length()) {
      return plain;
    }
    StringBuilder words = new StringBuilder(plain.length());
    for (int at = 0; at < plain.length(); at++) {
      if (VendorText.isOfWord(plain.charAt(at))) {
        words.append(plain.charAt(at));
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }

  private void addWords(String words) {
    int letters = count(words, c -> c != ' ');
    boolean number = count(words, Character::isDigit) == letters;
    int shortest = number ? FEWEST_DIGITS : PlainText.isPrintableAscii(words) ? 3 : 2;
    if (letters >= shortest && !COMMON.contains(words)) {
      values.add(words);
    }
    if (number && letters >= Mask.FEWEST_DIGITS) {
      numbers.add("+" + words.replace(" ", ""));
    }
  }

  private static int count(String text, IntPredicate kind) {
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      count += kind.test(text.charAt(at)) ? 1 : 0;
    }
    return count;
  }
}

package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.privacy.VendorText.Word;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The credentials and personal values of a request. Does not read uploaded files. */
final class SentValues {
  private static final int SHORTEST_SECRET = 6;

  /** A vendor may quote part of a key. */
  private static final int SHORTEST_PART = 12;

  private static final int SHORTEST_WORD = 3;

  /** A Chinese name may have two characters. */
  private static final int SHORTEST_NOT_ASCII = 2;

  /** Smaller numbers do not identify a person. */
  private static final int FEWEST_DIGITS = 5;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9-]+ ");
  private static final Pattern PHONE = Pattern.compile("[+\\d ()./_-]{7,40}");

  private static final int FEWEST_OF_PHONE = 7;

  /** A vendor may omit it. */
  private static final int LONGEST_COUNTRY_CODE = 3;

  /** Longer text is not a name, and has common words. */
  private static final int LONGEST_NAME = 60;

  private static final int LARGEST_BUFFER = 64 * 1024;

  /** Words of error texts. A single word of a value is not masked if it is one of these. */
  private static final Set<String> COMMON =
      Set.of(
          ("account address agent agents already and any are because been but can cannot characters"
                  + " code contact contacts country does duplicate email empty error exactly exist"
                  + " exists expected failed false field fields folder for format found from has"
                  + " have invalid its least length limit list longer maximum message minimum"
                  + " missing more most must name not null number one only phone provided request"
                  + " required shorter should string than that the this too true unique unknown"
                  + " user valid value values was were will with you your")
              .split(" "));

  /** The names of all JSON properties, personal or not. */
  final Set<String> names = new HashSet<>();

  private final Masking masking;
  private final List<List<Word>> values = new ArrayList<>();
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

  void hideIn(VendorText text) {
    values.forEach(value -> text.hideWords(value, names));
    numbers.forEach(number -> text.hideNumber(number, shortestEnd(number)));
    secrets.forEach(secret -> text.hideParts(secret, Math.min(SHORTEST_PART, secret.length())));
  }

  private static int shortestEnd(String number) {
    return Math.max(FEWEST_OF_PHONE, number.length() - LONGEST_COUNTRY_CODE);
  }

  private void addHeader(String name, String value) {
    if (!masking.isHarmless(name)) {
      addSecrets(value);
      String undone = Escapes.undoneIn(value);
      if (!undone.equals(value)) {
        addSecrets(undone);
      }
    }
  }

  /** Adds each word except the scheme. */
  private void addSecrets(String value) {
    int from = SCHEME.matcher(value).lookingAt() ? value.indexOf(' ') + 1 : 0;
    for (String secret : value.substring(from).toLowerCase(Locale.ROOT).split(" ", -1)) {
      if (secret.length() >= SHORTEST_SECRET && !secrets.contains(secret)) {
        secrets.add(secret);
      }
    }
  }

  /** Matches template and URL from the end, because the base URL may have a path. */
  private void addPath(HttpRequest request) {
    if (request.call().pathTemplate().indexOf('{') < 0) {
      return;
    }
    String[] template = request.call().pathTemplate().split("/", -1);
    String[] path = request.url().split("\\?", 2)[0].split("/", -1);
    for (int i = 1; i <= Math.min(template.length, path.length); i++) {
      String name = template[template.length - i];
      if (name.startsWith("{") && masking.isPersonal(name.substring(1, name.length() - 1))) {
        addText(decoded(path[path.length - i]), true);
      }
    }
  }

  private void addQuery(String url) {
    int query = url.indexOf('?');
    String[] pairs = query < 0 ? new String[0] : url.substring(query + 1).split("&", -1);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && masking.isPersonal(decoded(pair.substring(0, equals)))) {
        addText(decoded(pair.substring(equals + 1)), true);
      }
    }
  }

  /** An application's interceptor may send a badly encoded URL. */
  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private void addBody(@Nullable RequestBody body) {
    if (body == null || !body.repeatable() || !body.contentType().startsWith("application/json")) {
      return;
    }
    int size = (int) Math.max(0, Math.min(body.contentLength(), LARGEST_BUFFER));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
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
      addText(json.toString(), name.toLowerCase(Locale.ROOT).contains("name"));
    }
  }

  private void addProperty(String name, @Nullable Object value, boolean personal) {
    names.add(name);
    addJson(name, value, personal || masking.isPersonal(name));
  }

  /** Adds the value with and without escapes, because either may be meant. */
  private void addText(String value, boolean isName) {
    add(value, isName);
    String undone = Escapes.undoneIn(value);
    if (!undone.equals(value)) {
      add(undone, isName);
    }
  }

  private void add(String value, boolean isName) {
    VendorText text = VendorText.ofValue(value);
    List<Word> words = text.words();
    String all = joined(words);
    if (isLongEnough(all) && !(words.size() == 1 && COMMON.contains(all))) {
      values.add(words);
    }
    if (isName && words.size() > 1 && value.length() <= LONGEST_NAME) {
      words.stream().filter(SentValues::isTelling).map(List::of).forEach(values::add);
    }
    if (text.digitCount() >= FEWEST_OF_PHONE && text.matches(PHONE)) {
      numbers.add(all);
    }
  }

  private static String joined(List<Word> words) {
    if (words.size() == 1) {
      return words.get(0).text();
    }
    StringBuilder all = new StringBuilder();
    words.forEach(word -> all.append(word.text()));
    return all.toString();
  }

  private static boolean isTelling(Word word) {
    return isLongEnough(word.text()) && !COMMON.contains(word.text());
  }

  private static boolean isLongEnough(String text) {
    boolean ascii = VendorText.isAscii(text);
    int shortest = ascii ? SHORTEST_WORD : SHORTEST_NOT_ASCII;
    return text.length() >= (VendorText.isNumber(text) ? FEWEST_DIGITS : shortest);
  }
}

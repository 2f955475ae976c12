package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every text that a request holds, folded: the values of its JSON, query, path and headers. What an
 * uploaded file holds is not among them.
 */
final class SentTexts {
  /** All other headers may hold a credential: its name is the vendor's or a gateway's choice. */
  private static final Set<String> HARMLESS_HEADERS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-type",
          "user-agent",
          "x-correlation-id",
          "x-request-id");

  /** What is shorter is in every other text. */
  private static final int SHORTEST = 3;

  /** What is shorter, such as "Ann", is a part of common words too: it counts as a word only. */
  private static final int SHORTEST_IN_WORDS = 5;

  /** What is longer is no name, and its words are common ones. */
  private static final int LONGEST_NAME = 60;

  /** A vendor may repeat a key in part. */
  private static final int CREDENTIAL_PART = 12;

  private static final int FEWEST_DIGITS = 7;
  private static final int LONGEST_COUNTRY_CODE = 3;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{2,}");

  /** In a text that is not known for a name: "not an address" must not mask "address". */
  private static final Pattern WORD_OF_A_NAME =
      Pattern.compile("(?<![\\p{L}\\p{M}])[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}]{2,}");

  private static final Pattern PHONE = Pattern.compile("[+\\d ()./_-]{7,40}");

  private final Set<String> names = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> credentialParts = new HashSet<>();

  SentTexts(HttpRequest request, @Nullable RequestBody about) {
    request.headers().forEach(this::addHeader);
    addPath(request);
    addQuery(request.url());
    addBody(request.body());
    addBody(about);
  }

  private void addBody(@Nullable RequestBody body) {
    if (body != null && body.contentType().equals("application/json")) {
      addJson("", parsed(body));
    }
  }

  /** Whether a field's path is made of the request's own names, of which none is personal. */
  boolean areNames(String path) {
    return names.containsAll(Arrays.asList(path.split("[./]", -1)));
  }

  void hideIn(FoldedText text) {
    texts.stream().filter(text::mayHold).forEach(value -> hideIn(text, value));
    String folded = text.folded();
    int last = credentialParts.isEmpty() ? -1 : folded.length() - CREDENTIAL_PART;
    for (int at = 0; at <= last; at++) {
      if (credentialParts.contains(folded.substring(at, at + CREDENTIAL_PART))) {
        text.hide(at, at + CREDENTIAL_PART);
      }
    }
  }

  private static void hideIn(FoldedText text, String value) {
    String folded = text.folded();
    int at = folded.indexOf(value);
    while (at >= 0) {
      int end = at + value.length();
      if (value.length() >= SHORTEST_IN_WORDS || !(joined(folded, at) || joined(folded, end))) {
        text.hide(at, end);
      }
      at = folded.indexOf(value, end);
    }
  }

  private static boolean joined(String text, int at) {
    return at > 0 && at < text.length() && isPlain(text.charAt(at - 1)) && isPlain(text.charAt(at));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private void addHeader(String name, String value) {
    if (!HARMLESS_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      String folded = FoldedText.folded(value, false);
      String credential = folded.substring(folded.lastIndexOf(' ') + 1);
      addFolded(folded);
      addFolded(credential);
      addFolded(FoldedText.folded(credential, true));
      for (int at = 0; at + CREDENTIAL_PART <= credential.length(); at++) {
        credentialParts.add(credential.substring(at, at + CREDENTIAL_PART));
      }
    }
  }

  /** The template's last part is that of the URL, whatever the base URL has before. */
  private void addPath(HttpRequest request) {
    String[] template = request.call().pathTemplate().split("/", -1);
    String[] path = request.url().split("\\?", 2)[0].split("/", -1);
    for (int i = 1; i <= Math.min(template.length, path.length); i++) {
      if (template[template.length - i].contains("{")) {
        addDecoded(path[path.length - i]);
      }
    }
  }

  private void addQuery(String url) {
    int query = url.indexOf('?');
    if (query >= 0) {
      for (String pair : url.substring(query + 1).split("&", -1)) {
        addDecoded(pair.substring(pair.indexOf('=') + 1));
      }
    }
  }

  /** An application's interceptor may send a URL that is not well encoded. */
  private void addDecoded(String encoded) {
    try {
      add(URLDecoder.decode(encoded, StandardCharsets.UTF_8), WORD);
    } catch (IllegalArgumentException e) {
      add(encoded, WORD);
    }
  }

  private static @Nullable Object parsed(RequestBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body.writeTo(bytes);
      return Json.read(bytes.toByteArray());
    } catch (IOException | MalformedJsonException e) {
      return null;
    }
  }

  private void addJson(String name, @Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      map.forEach((inner, value) -> addJson(String.valueOf(inner), value));
    } else if (json instanceof List<?> list) {
      list.forEach(value -> addJson(name, value));
    } else if (json instanceof String || json instanceof Number) {
      boolean isName = name.toLowerCase(Locale.ROOT).contains("name");
      add(json.toString(), isName ? WORD : WORD_OF_A_NAME);
    }
    names.add(name);
  }

  private void add(String value, Pattern words) {
    String folded = FoldedText.folded(value, false);
    addFolded(folded);
    addFolded(FoldedText.folded(value, true));
    if (PHONE.matcher(folded).matches()) {
      addEndsOf(folded.replaceAll("\\D", ""));
    }
    if (folded.length() <= LONGEST_NAME && folded.indexOf(' ') >= 0) {
      words
          .matcher(value)
          .results()
          .forEach(word -> addFolded(FoldedText.folded(word.group(), false)));
    }
  }

  /** A number may come back without its country code. */
  private void addEndsOf(String digits) {
    for (int from = 0;
        from <= LONGEST_COUNTRY_CODE && from + FEWEST_DIGITS <= digits.length();
        from++) {
      addFolded(digits.substring(from));
    }
  }

  /** Two characters are a whole name in Chinese. */
  private void addFolded(String folded) {
    boolean plain = folded.chars().allMatch(c -> c < 0x80);
    if (folded.length() >= (plain ? SHORTEST : 2)) {
      texts.add(folded);
    }
  }
}

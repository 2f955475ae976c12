package dev.contactsdk.core.drift;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What was seen at one place of an answer: counts only. It has the documented members and a few new
 * ones, so its size does not grow with the number of answers. Thread-safe.
 */
final class Seen {
  /** Stands for all names that may be data. */
  static final String OTHER_NAMES = "*";

  private static final int MOST_NEW_NAMES = 24;
  private static final int LONGEST_NAME = 32;
  private static final Pattern NAME =
      Pattern.compile("_?[a-z]{1,16}([A-Z][a-z]{0,15}|_[a-z]{1,16}){0,4}\\d?");

  final @Nullable Shape documented;
  private final boolean hideNewNames;
  private final Map<Form, LongAdder> forms = new ConcurrentHashMap<>();
  private final Map<String, Seen> members = new ConcurrentHashMap<>();
  private final Map<String, Seen> added = new ConcurrentHashMap<>();
  private volatile boolean namesAreData;

  /** A place without a documented shape is new. Nothing inside it is recorded. */
  Seen(@Nullable Shape documented, boolean hideNewNames) {
    this.documented = documented;
    this.hideNewNames = hideNewNames;
  }

  /** Reads the value at which the parser stands. */
  void read(JsonParser parser) {
    Form form = form(parser);
    add(form, 1);
    if (form == Form.OBJECT && isOpen()) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        Seen member = member(parser.currentName());
        parser.nextToken();
        member.read(parser);
      }
    } else if (form == Form.ARRAY && isDocumented(Shape.ELEMENT)) {
      Seen element = member(Shape.ELEMENT);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element.read(parser);
      }
    } else {
      parser.skipChildren();
    }
  }

  private static Form form(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> Form.OBJECT;
      case START_ARRAY -> Form.ARRAY;
      case VALUE_TRUE, VALUE_FALSE -> Form.BOOLEAN;
      case VALUE_NUMBER_INT -> Form.INTEGER;
      case VALUE_NUMBER_FLOAT -> Form.DECIMAL;
      case VALUE_STRING -> Form.ofText(parser.getString());
      default -> Form.NULL;
    };
  }

  private boolean isOpen() {
    return documented != null && !documented.freeMap && !documented.members.isEmpty();
  }

  private boolean isDocumented(String name) {
    return documented != null && documented.members.containsKey(name);
  }

  private Seen member(String name) {
    if (documented == null || !isDocumented(name)) {
      return newMember(name);
    }
    return members.computeIfAbsent(name, n -> new Seen(documented.members.get(n), hideNewNames));
  }

  /** Many new names at one place are data. Then none of them is kept. */
  private Seen newMember(String name) {
    boolean more = added.size() >= MOST_NEW_NAMES && !added.containsKey(name);
    if (more && !namesAreData) {
      namesAreData = true;
      Seen others = added(OTHER_NAMES);
      added.keySet().stream()
          .filter(one -> !one.equals(OTHER_NAMES))
          .forEach(one -> others.add(added.remove(one)));
    }
    boolean kept =
        !namesAreData
            && !hideNewNames
            && name.length() <= LONGEST_NAME
            && NAME.matcher(name).matches();
    return added(kept ? name : OTHER_NAMES);
  }

  private Seen added(String name) {
    return added.computeIfAbsent(name, n -> new Seen(null, hideNewNames));
  }

  private void add(@Nullable Seen other) {
    if (other != null) {
      other.forms.forEach((form, number) -> add(form, number.sum()));
    }
  }

  private void add(Form form, long number) {
    forms.computeIfAbsent(form, f -> new LongAdder()).add(number);
  }

  Map<String, Seen> members() {
    return members;
  }

  /** The new members. When their names are data, another thread may still have added one. */
  Map<String, Seen> added() {
    return namesAreData ? Map.of(OTHER_NAMES, added(OTHER_NAMES)) : added;
  }

  @Nullable Seen at(String path) {
    Seen place = this;
    for (String step : Shape.steps(path)) {
      place = place == null ? null : place.known(step);
    }
    return place;
  }

  private @Nullable Seen known(String name) {
    Seen member = members.get(name);
    return member == null ? added().get(name) : member;
  }

  long count(Form form) {
    LongAdder number = forms.get(form);
    return number == null ? 0 : number.sum();
  }

  long count(Set<Form> wanted) {
    return wanted.stream().mapToLong(this::count).sum();
  }

  long count() {
    return count(Set.of(Form.values()));
  }
}

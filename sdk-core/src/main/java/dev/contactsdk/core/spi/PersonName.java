package dev.contactsdk.core.spi;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name as it was sent, or as a vendor shows it: in parts, as a whole, or both. Null parts are not
 * shown. {@link #toString()} leaves out the name.
 *
 * @param first the first name
 * @param last the last name
 * @param whole the whole name
 */
public record PersonName(@Nullable String first, @Nullable String last, @Nullable String whole) {

  /**
   * Whether two names may belong to one person. Compares the parts that both show, ignoring spaces
   * and case.
   *
   * @param other the other name
   * @return true also when there is nothing to compare
   */
  public boolean agreesWith(PersonName other) {
    if (hasBoth() && other.hasBoth()) {
      return agree(joined(), other.joined());
    }
    boolean inParts = hasParts() && other.hasParts();
    return inParts
        ? agree(first, other.first) && agree(last, other.last)
        : agree(anyWhole(), other.anyWhole());
  }

  private boolean hasBoth() {
    return first != null && last != null;
  }

  private boolean hasParts() {
    return first != null || last != null;
  }

  private @Nullable String anyWhole() {
    return whole == null && hasParts() ? joined() : whole;
  }

  private String joined() {
    return Stream.of(first, last)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static boolean agree(@Nullable String one, @Nullable String other) {
    return one == null || other == null || folded(one).equals(folded(other));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "PersonName";
  }
}

package dev.contactsdk.core.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A point on which a vendor's pages contradict each other or are silent, with the variants that a
 * server may follow. Immutable.
 */
public final class Contradiction {
  record Variant(String text, List<Sign> signs) {}

  private final String id;
  private final String about;
  private final List<Variant> variants;

  private Contradiction(String id, String about, List<Variant> variants) {
    this.id = id;
    this.about = about;
    this.variants = variants;
  }

  /**
   * Creates a contradiction without variants.
   *
   * @param id a short name, such as {@code contact-name}
   * @param about what the pages disagree about, and which pages
   * @return the contradiction
   */
  public static Contradiction of(String id, String about) {
    return new Contradiction(id, about, List.of());
  }

  /**
   * Adds a variant.
   *
   * @param text what holds then, and which page says so
   * @param signs what shows it, each as {@code operation answers place form ...}: an operation,
   *     which may end in {@code *}; {@code 2xx}, {@code 409}, {@code 422}, {@code 429}, {@code
   *     4xx}, {@code 5xx} or {@code error}; a place such as {@code data[].id}, with an exclamation
   *     mark for its absence, {@code (answer)}, {@code status:201}, {@code header:Retry-After},
   *     {@code failure:Conflict}, {@code failure:BadRequest:412}, {@code says:duplicate} or {@code
   *     empty}; and forms or kinds, none for any
   * @return a changed copy
   * @throws IllegalArgumentException when a sign has another format
   */
  public Contradiction variant(String text, String... signs) {
    List<Variant> more = new ArrayList<>(variants);
    more.add(new Variant(text, Stream.of(signs).map(Sign::parse).toList()));
    return new Contradiction(id, about, List.copyOf(more));
  }

  /**
   * The short name.
   *
   * @return the name
   */
  public String id() {
    return id;
  }

  /**
   * What the pages disagree about.
   *
   * @return a text
   */
  public String about() {
    return about;
  }

  List<Variant> variants() {
    return variants;
  }

  void refuseUnlessDocumented(DocumentedShapes shapes) {
    for (Variant variant : variants) {
      for (Sign sign : variant.signs()) {
        if (!shapes.has(sign)) {
          throw new IllegalArgumentException(
              id + " is about a place in an undocumented object: " + sign);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "Contradiction[" + id + "]";
  }
}

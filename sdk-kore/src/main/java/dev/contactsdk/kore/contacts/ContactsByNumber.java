package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.spi.Likeness;
import dev.contactsdk.core.spi.SentNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matches a returned contact to one that was sent, by phone number. */
final class ContactsByNumber {
  private final List<NewKoreContact> inputs;
  private final List<SentNumber> numbers = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private @Nullable Map<String, List<Integer>> placesByLastDigits;

  ContactsByNumber(List<NewKoreContact> inputs) {
    this.inputs = inputs;
    for (int place = 0; place < inputs.size(); place++) {
      String number = inputs.get(place).cellPhone().toE164();
      numbers.add(SentNumber.of(number));
      places.put(number, place);
    }
  }

  /** Returns -1 unless a contact with exactly this number was sent. */
  int of(KoreContact contact) {
    KoreCellPhone number = contact.cellPhone();
    if (number != null) {
      for (String possible : number.possibleNumbers()) {
        Integer place = places.get(possible);
        if (place != null) {
          return place;
        }
      }
    }
    return alike(contact, Likeness.SAME).stream().findFirst().orElse(-1);
  }

  /** The places that may be the contact's, because the numbers end alike. */
  List<Integer> maybe(KoreContact contact) {
    return alike(contact, Likeness.MAYBE);
  }

  private List<Integer> alike(KoreContact contact, Likeness likeness) {
    String text = text(contact);
    return placesByLastDigits().getOrDefault(SentNumber.lastDigits(text), List.of()).stream()
        .filter(place -> numbers.get(place).compare(text) == likeness)
        .toList();
  }

  /** Made only when a contact does not show exactly a number that was sent. */
  private Map<String, List<Integer>> placesByLastDigits() {
    Map<String, List<Integer>> known = placesByLastDigits;
    if (known == null) {
      known = new HashMap<>();
      for (int place = 0; place < inputs.size(); place++) {
        String end = SentNumber.lastDigits(inputs.get(place).cellPhone().toE164());
        known.computeIfAbsent(end, key -> new ArrayList<>()).add(place);
      }
      placesByLastDigits = known;
    }
    return known;
  }

  /** Whether the contact's number certainly differs from this place's. */
  boolean isAnother(int place, KoreContact contact) {
    return numbers.get(place).compare(text(contact)) == Likeness.OTHER;
  }

  /** Whether the contact shows no comparable number. */
  static boolean isUnreadable(KoreContact contact) {
    return !SentNumber.isReadable(text(contact));
  }

  /** Adds the country code if it is a separate property. */
  private static @Nullable String text(KoreContact contact) {
    KoreCellPhone number = contact.cellPhone();
    if (number == null) {
      return null;
    }
    String whole = SentNumber.isReadable(number.phoneNumber()) ? number.toE164() : null;
    return whole == null ? number.phoneNumber() : whole;
  }
}

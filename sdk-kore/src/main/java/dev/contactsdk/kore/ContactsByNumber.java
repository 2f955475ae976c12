package dev.contactsdk.kore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the place of an answered contact among those that were sent, by its phone number. */
final class ContactsByNumber {
  private final Map<String, Integer> places = new HashMap<>();

  ContactsByNumber(List<NewKoreContact> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      places.put(inputs.get(i).cellPhone().toE164(), i);
    }
  }

  /** Returns -1 when none was sent with this number. */
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
    return -1;
  }
}

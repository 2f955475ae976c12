package dev.contactsdk.kore;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the contacts of an answer into the order of what was sent, by phone number; where a number
 * comes back in a form of its own, by place.
 */
record CreatedContacts(List<NewKoreContact> inputs) {

  List<KoreContact> inOrder(ApiResponse<List<KoreContact>> response) {
    List<@Nullable KoreContact> places = new ArrayList<>(Collections.nCopies(inputs.size(), null));
    List<KoreContact> others = new ArrayList<>();
    for (KoreContact contact : response.body()) {
      int place = placeOf(contact, places);
      if (place >= 0) {
        places.set(place, contact);
      } else {
        others.add(contact);
      }
    }
    if (response.body().size() == inputs.size()) {
      fill(places, others);
    }
    List<KoreContact> placed = present(places);
    if (placed.size() < inputs.size()) {
      placed.addAll(others);
      throw fewer(response, placed);
    }
    return Collections.unmodifiableList(placed);
  }

  private int placeOf(KoreContact contact, List<@Nullable KoreContact> places) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) == null && contact.holds(inputs.get(i).cellPhone())) {
        return i;
      }
    }
    return -1;
  }

  private static void fill(List<@Nullable KoreContact> places, List<KoreContact> others) {
    for (KoreContact other : others) {
      places.set(places.indexOf(null), other);
    }
  }

  private static List<KoreContact> present(List<@Nullable KoreContact> places) {
    List<KoreContact> present = new ArrayList<>();
    for (KoreContact place : places) {
      if (place != null) {
        present.add(place);
      }
    }
    return present;
  }

  /** A shorter list would pass for the whole one. */
  private UnconfirmedWriteException fewer(
      ApiResponse<List<KoreContact>> response, List<KoreContact> came) {
    Failure failure =
        new Failure(
            KoreContacts.CREATE.operation(),
            false,
            Outcome.APPLIED,
            response.requestId(),
            response.attempts());
    String what =
        "HTTP "
            + response.status()
            + " with other contacts than were sent: "
            + inputs.size()
            + " were sent, "
            + came.size()
            + " came back";
    ResponseFormatException cause = new ResponseFormatException(failure, what, null);
    return new UnconfirmedWriteException(failure, came, came.size(), cause);
  }
}

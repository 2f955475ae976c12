package dev.contactsdk.transfer.target;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where contacts go. Each method sends at most one request, and none retries a write: the run
 * decides what goes again. Thread-safe. Applications implement it for their own systems.
 */
public interface Target {
  /**
   * The target's name, such as {@code Kore.ai}.
   *
   * @return for people to read
   */
  String name();

  /**
   * What tells this account, and the folder in it, from every other. A journal runs a plan only
   * against the account that it was made for.
   *
   * @return a text without a secret
   */
  String account();

  /**
   * The target's settings beside its account, for whoever opens it again to run a plan. A plan
   * keeps them.
   *
   * @return texts without a secret
   */
  default Map<String, String> settings() {
    return Map.of();
  }

  /**
   * The fields that the target holds, the required ones first.
   *
   * @return never empty
   */
  List<TargetField> fields();

  /**
   * Whether the target also holds custom fields, by any name.
   *
   * @return true if it does
   */
  boolean holdsCustomFields();

  /**
   * Whether the target itself refuses a number that another contact has. If so, a create whose
   * answer was lost can be sent again without a second contact.
   *
   * @return true if the target's documents say so
   */
  boolean refusesTakenNumbers();

  /**
   * The documented requests a minute.
   *
   * @return more than zero
   */
  int requestsPerMinute();

  /**
   * How long after a request without an answer the target's listing proves that nothing was
   * written.
   *
   * @return zero or more
   */
  Duration settleTime();

  /**
   * Whether the answer to a create lacks the contact's id, so that a run ends with a listing.
   *
   * @return false unless the target says so
   */
  default boolean createsWithoutIds() {
    return false;
  }

  /**
   * The sizes of requests that the target takes.
   *
   * @return the sizes
   */
  Sizes sizes();

  /**
   * Whether a value that was sent is the one that the target shows, perhaps in another form.
   *
   * @param field the field's name
   * @param sent the value as it was sent
   * @param shown the value as {@link Stored#fields()} has it
   * @return true if it is the same
   */
  default boolean same(String field, String sent, String shown) {
    return sent.equals(shown);
  }

  /**
   * Compares a contact with what was sent, in one field.
   *
   * @param field the field's name; one of {@code sent}
   * @param sent all that was sent
   * @param shown the contact as the target's listing shows it
   * @return how they compare; {@link Comparison#NOT_SHOWN} if the listing lacks the field, and
   *     {@link Comparison#SAME} if it lacks a field that was cleared
   */
  default Comparison compare(String field, Map<String, String> sent, Stored shown) {
    String wanted = sent.get(field);
    String there = shown.fields().get(field);
    if (there == null) {
      return wanted != null && wanted.isEmpty() ? Comparison.SAME : Comparison.NOT_SHOWN;
    }
    if (wanted == null) {
      return Comparison.NOT_SHOWN;
    }
    return same(field, wanted, there) ? Comparison.SAME : Comparison.DIFFERENT;
  }

  /**
   * Adds what an update has to carry so that it changes nothing else, such as the present extension
   * where a target only takes number and extension together. A plan calls it for each update.
   *
   * @param changes the fields to change, by the names of {@link Fields}
   * @param held the contact as the target's listing shows it
   * @return the fields to send; a change that is not among them is left out, as one that an update
   *     cannot make; null to refuse the row, because an update would lose what the contact holds,
   *     as is a row whose new number is left out
   */
  default @Nullable Map<String, String> complete(Map<String, String> changes, Stored held) {
    return changes;
  }

  /**
   * Lists all contacts. Each {@code next} sends one request, as a rule. An incomplete listing
   * throws; it never ends early. After a failure, {@code next} of the same iterator asks for the
   * failed page again, so no contact is lost.
   *
   * @param pageSize the most rows of a page
   * @return the pages
   */
  Iterator<StoredPage> list(int pageSize);

  /**
   * Creates contacts with one request.
   *
   * @param contacts at least one, at most {@link Sizes#largestCreate()}
   * @return what became of them; never an exception of the SDK
   */
  WriteAnswer create(List<Write> contacts);

  /**
   * Changes contacts with one request.
   *
   * @param changes at least one, at most {@link Sizes#largestUpdate()}, each with its id
   * @return what became of them; never an exception of the SDK
   */
  WriteAnswer update(List<Write> changes);
}

package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowNote;
import dev.contactsdk.transfer.internal.target.Differences;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a plan does with a row whose contact the target already has. */
final class Decisions {
  private static final Set<String> PARTS = Set.of(Fields.FIRST_NAME, Fields.LAST_NAME);
  private static final Set<String> NAMES = Set.of(Fields.NAME, Fields.FIRST_NAME, Fields.LAST_NAME);

  /** Enough to see what is the matter, and short enough for an index. */
  private static final int MOST_IDS = 10;

  private final Target target;
  private final OnExisting onExisting;
  private final Set<String> excluded;
  private final Differences differences;
  private final Map<String, Long> unchangeable = new TreeMap<>();

  Decisions(Target target, OnExisting onExisting, Set<String> excluded) {
    this.target = target;
    this.onExisting = onExisting;
    this.excluded = excluded;
    this.differences = new Differences(target);
  }

  /**
   * Decides.
   *
   * @param contacts at least one that has the row's number, or that the row's key leads to
   * @param keys the keys that earlier plans knew contacts by, by contact
   */
  PlanRow decide(PlanRow row, List<Stored> contacts, Map<String, String> keys) {
    Set<String> ids = new LinkedHashSet<>();
    if (row.existingId() != null) {
      ids.addAll(List.of(row.existingId().split(", ", -1)));
    }
    contacts.forEach(contact -> ids.add(contact.id()));
    if (ids.stream().anyMatch(id -> keys.containsKey(id) && !keys.get(id).equals(row.key()))) {
      return nothing(row, ids, RowState.REFUSED, "the contact with this number has another key");
    }
    if (ids.size() > 1) {
      return nothing(
          row,
          ids,
          RowState.REFUSED,
          row.key() == null
              ? "several contacts have this number"
              : "several contacts have this number or key");
    }
    return row.existingId() == null ? decide(row, contacts.get(0)) : row;
  }

  private PlanRow decide(PlanRow row, Stored contact) {
    if (onExisting == OnExisting.SKIP) {
      return skipped(row, contact, "the contact is there");
    }
    if (onExisting == OnExisting.REJECT) {
      return nothing(row, contact, RowState.REFUSED, "the contact is there")
          .withNote(RowNote.CONTACT_THERE);
    }
    if (!Objects.equals(row.phone(), contact.phone())) {
      if (excluded.contains(String.valueOf(contact.phone()))) {
        return skipped(row, contact, "excluded");
      }
      String problem = whyTheNumberStays(contact);
      if (problem != null) {
        return nothing(row, contact, RowState.REFUSED, problem);
      }
    }
    Map<String, String> changes = differences.toSet(row.fields(), contact);
    Map<String, String> complete = changes.isEmpty() ? changes : complete(changes, row, contact);
    if (complete == null
        || (changes.containsKey(Fields.PHONE) && !complete.containsKey(Fields.PHONE))) {
      return nothing(row, contact, RowState.REFUSED, "an update would lose what the contact holds");
    }
    Set<String> beyond = differences.of(row.fields(), contact);
    beyond.removeAll(complete.keySet());
    beyond.forEach(field -> unchangeable.merge(field, 1L, Long::sum));
    if (complete.isEmpty()) {
      PlanRow skipped = skipped(row, contact, why(beyond));
      return beyond.isEmpty()
          ? skipped.withNote(RowNote.AS_WANTED).withFields(asFound(row.fields(), contact))
          : skipped;
    }
    Map<String, String> unchanged = new HashMap<>(row.fields());
    unchanged.keySet().removeAll(complete.keySet());
    unchanged.keySet().removeAll(beyond);
    return row.decided(
        RowAction.UPDATE,
        RowState.PLANNED,
        null,
        null,
        complete,
        asFound(unchanged, contact),
        had(contact),
        contact.id());
  }

  /** A target that does not change one part of a name may change both, if the row has them. */
  private @Nullable Map<String, String> complete(
      Map<String, String> changes, PlanRow row, Stored contact) {
    Map<String, String> complete = target.complete(changes, contact);
    boolean keepsPart =
        complete != null
            && PARTS.stream()
                .anyMatch(part -> changes.containsKey(part) && !complete.containsKey(part));
    if (!keepsPart || !row.fields().keySet().containsAll(PARTS)) {
      return complete;
    }
    Map<String, String> withBoth = new HashMap<>(changes);
    PARTS.forEach(part -> withBoth.put(part, row.fields().get(part)));
    return target.complete(withBoth, contact);
  }

  /**
   * A name may be the same although its parts are split elsewhere: then they are as they were, and
   * a part that the contact lacks is none.
   */
  private static Map<String, String> asFound(Map<String, String> wanted, Stored contact) {
    Map<String, String> found = new HashMap<>(wanted);
    Map<String, String> had = contact.fields();
    boolean splitAlike =
        NAMES.stream()
            .filter(wanted::containsKey)
            .allMatch(name -> plain(wanted.get(name)).equals(plain(had.get(name))));
    if (!splitAlike) {
      found.keySet().removeAll(NAMES);
      if (had.containsKey(Fields.NAME)) {
        found.put(Fields.NAME, had.get(Fields.NAME));
      }
      if (PARTS.stream().anyMatch(had::containsKey)) {
        PARTS.forEach(part -> found.put(part, had.getOrDefault(part, "")));
      }
    }
    return found;
  }

  /** As names are compared: nobody sees the spaces. */
  private static String plain(@Nullable String name) {
    return name == null ? "" : name.strip().replaceAll("\\s+", " ");
  }

  private @Nullable String whyTheNumberStays(Stored contact) {
    if (contact.phone() == null) {
      return "the contact of this key has a number that cannot be read";
    }
    return differences.canSet(Fields.PHONE)
        ? null
        : "the contact of this key has another number, which "
            + target.name()
            + " documents no way to change";
  }

  private static Map<String, String> had(Stored contact) {
    Map<String, String> had = new HashMap<>(contact.fields());
    if (contact.phone() != null) {
      had.put(Fields.PHONE, contact.phone());
    }
    return had;
  }

  private String why(Set<String> beyond) {
    return beyond.isEmpty()
        ? "the contact is as wanted"
        : "an update cannot change " + String.join(", ", beyond);
  }

  /** What updates leave as it is, a line for each field. */
  List<String> losses() {
    return unchangeable.entrySet().stream()
        .map(
            each ->
                each.getKey()
                    + " of contacts that are there cannot be changed ("
                    + each.getValue()
                    + (each.getValue() == 1 ? " row)" : " rows)"))
        .toList();
  }

  private static PlanRow nothing(PlanRow row, Stored contact, RowState state, String reason) {
    return nothing(row, List.of(contact.id()), state, reason);
  }

  private static PlanRow skipped(PlanRow row, Stored contact, String reason) {
    boolean otherNumber = !Objects.equals(row.phone(), contact.phone());
    return nothing(row, contact, RowState.SKIPPED, reason)
        .withNote(otherNumber ? RowNote.KEEPS_NUMBER : null);
  }

  private static PlanRow nothing(
      PlanRow row, Collection<String> contacts, RowState state, String reason) {
    String ids = contacts.stream().limit(MOST_IDS).collect(Collectors.joining(", "));
    String which = (contacts.size() == 1 ? "The contact is " : "The contacts are ") + ids;
    String more = contacts.size() > MOST_IDS ? " and others" : "";
    return row.decided(
        RowAction.NONE, state, reason, which + more, row.fields(), Map.of(), Map.of(), ids);
  }
}

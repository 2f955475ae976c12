package dev.contactsdk.transfer.internal.target;

import dev.contactsdk.transfer.target.Comparison;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what is wanted with what a target shows. */
public final class Differences {
  private final Target target;
  private final Set<String> changeable;

  public Differences(Target target) {
    this.target = target;
    this.changeable =
        target.fields().stream()
            .filter(TargetField::changeable)
            .map(TargetField::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The changes that make the contact as wanted, as far as an update can. */
  public Map<String, String> toSet(Map<String, String> wanted, Stored contact) {
    Map<String, String> changes = new LinkedHashMap<>();
    wanted.forEach(
        (field, value) -> {
          if (canSet(field) && !isSame(field, wanted, contact)) {
            changes.put(field, value);
          }
        });
    return changes;
  }

  /** Whether an update can change a field. */
  public boolean canSet(String field) {
    return changeable.contains(field)
        || (field.startsWith(Fields.CUSTOM) && target.holdsCustomFields());
  }

  /** The wanted fields that the target shows otherwise, or does not show. */
  public Set<String> of(Map<String, String> wanted, Stored contact) {
    Set<String> differing = new TreeSet<>();
    for (String field : wanted.keySet()) {
      if (!isSame(field, wanted, contact)) {
        differing.add(field);
      }
    }
    return differing;
  }

  private boolean isSame(String field, Map<String, String> wanted, Stored contact) {
    return field.equals(Fields.PHONE)
        ? wanted.getOrDefault(field, "").equals(contact.phone())
        : target.compare(field, wanted, contact) == Comparison.SAME;
  }
}

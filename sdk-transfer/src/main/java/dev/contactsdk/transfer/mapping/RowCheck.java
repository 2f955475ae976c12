package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import dev.contactsdk.transfer.target.TargetField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks mapped values against what a target takes. Reasons never quote a value. Thread-safe. */
public final class RowCheck {
  private final Map<String, TargetField> fields = new LinkedHashMap<>();
  private final String target;
  private final boolean custom;
  private final @Nullable String region;
  private final boolean blanksClear;

  /**
   * Checks rows for a target.
   *
   * @param target where they go
   * @param region the region of phone numbers without a country code; null if all have one
   * @param blanksClear whether a blank value clears the field, where the target can
   */
  public RowCheck(Target target, @Nullable String region, boolean blanksClear) {
    target.fields().forEach(field -> fields.put(field.name(), field));
    this.target = target.name();
    this.custom = target.holdsCustomFields();
    this.region = region;
    this.blanksClear = blanksClear;
  }

  /**
   * Checks a row. Blank ends of values are taken off; what is inside stays.
   *
   * @param values the values by field name
   * @return the values as they are sent, and why the row cannot be sent, if so
   */
  public CheckedRow check(Map<String, String> values) {
    Row row = new Row(values);
    values.forEach(row::add);
    fields.values().forEach(row::require);
    return new CheckedRow(row.phone, row.checked, row.problems, row.inUse, row.garbled);
  }

  private boolean holds(String field) {
    boolean named = field.startsWith(Fields.CUSTOM) && field.length() > Fields.CUSTOM.length();
    return fields.containsKey(field) || (custom && named);
  }

  /** A row while it is checked. */
  private final class Row {
    private final Map<String, String> given;
    private final Map<String, String> checked = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable String phone;
    private boolean inUse;
    private boolean garbled;

    Row(Map<String, String> given) {
      this.given = given;
    }

    void add(String field, String raw) {
      String value = Text.trim(raw);
      if (!holds(field)) {
        String known = String.join(", ", fields.keySet());
        problem(field, "is not a field of " + target, "Map it to one of " + known);
      } else if (value.isEmpty()) {
        addBlank(field);
      } else if (Text.hasLost(value)) {
        problem(field, "has a character that was lost", "Write it again");
      } else if (Text.hasControls(value)) {
        problem(field, "has control characters", "Remove them, or check the file's encoding");
      } else {
        addValue(field, value);
        // The end of the text as it is: a part of a letter may look blank.
        garbled = garbled || Garbled.isGarbled(field, raw);
      }
    }

    private void addBlank(String field) {
      TargetField known = fields.get(field);
      if (blanksClear && known != null && known.clearable()) {
        checked.putIfAbsent(field, "");
      }
    }

    private void addValue(String field, String value) {
      TargetField known = fields.get(field);
      Kind kind = known == null ? Kind.TEXT : known.kind();
      switch (kind) {
        case PHONE -> addPhone(field, value);
        case EMAIL -> {
          checked.put(field, value);
          add(field, EmailCheck.problem(value));
        }
        case TEXT -> checked.put(field, value);
      }
    }

    private void addPhone(String field, String value) {
      PhoneCheck.Answer answer = PhoneCheck.check(value, region);
      add(field, answer.problem());
      if (answer.e164() == null) {
        return;
      }
      checked.put(field, answer.e164());
      if (field.equals(Fields.PHONE)) {
        phone = answer.e164();
        inUse = answer.inUse();
      }
      if (answer.extension() != null) {
        addExtension(field, answer.extension());
      }
    }

    private void addExtension(String field, String extension) {
      String own = Text.trim(given.getOrDefault(Fields.EXTENSION, ""));
      if (!fields.containsKey(Fields.EXTENSION)) {
        problem(field, "has an extension, which " + target + " does not hold", "Remove it");
      } else if (own.isEmpty() || own.equals(extension)) {
        checked.put(Fields.EXTENSION, extension);
      } else {
        problem(field, "has another extension than the extension field", "Leave one of them");
      }
    }

    void require(TargetField field) {
      boolean there = !checked.getOrDefault(field.name(), "").isEmpty();
      boolean wrong = problems.stream().anyMatch(p -> field.name().equals(p.field()));
      if (field.required() && !there && !wrong) {
        String mend =
            given.containsKey(field.name())
                ? "Fill in the cell, or give the field a default"
                : "Map a column to " + field.name() + ", or give it a constant";
        problems.add(new Problem(field.name(), "is required and has no value", mend, true));
      }
    }

    private void add(String field, @Nullable Problem found) {
      if (found != null) {
        problem(field, found.reason(), found.suggestion());
      }
    }

    private void problem(String field, String reason, @Nullable String suggestion) {
      problems.add(new Problem(field, reason, suggestion));
    }
  }
}

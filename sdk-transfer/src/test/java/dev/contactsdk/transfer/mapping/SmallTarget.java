package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.target.Sizes;
import dev.contactsdk.transfer.target.StoredPage;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import dev.contactsdk.transfer.target.TargetField.Kind;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** A target that has fields and sends nothing. */
record SmallTarget(List<TargetField> fields, boolean holdsCustomFields) implements Target {
  static TargetField field(String name, Kind kind, boolean required) {
    return new TargetField(name, kind, required, true, !required);
  }

  static SmallTarget usual() {
    return new SmallTarget(
        List.of(
            field("phone", Kind.PHONE, true),
            field("lastName", Kind.TEXT, true),
            field("firstName", Kind.TEXT, false),
            field("email", Kind.EMAIL, false),
            field("extension", Kind.TEXT, false)),
        true);
  }

  @Override
  public String name() {
    return "Small";
  }

  @Override
  public String account() {
    return "small";
  }

  @Override
  public boolean refusesTakenNumbers() {
    return false;
  }

  @Override
  public int requestsPerMinute() {
    return 60;
  }

  @Override
  public Duration settleTime() {
    return Duration.ZERO;
  }

  @Override
  public Sizes sizes() {
    return new Sizes(1, 1, 1, 1, 1, 1);
  }

  @Override
  public Iterator<StoredPage> list(int pageSize) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WriteAnswer create(List<Write> contacts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WriteAnswer update(List<Write> changes) {
    throw new UnsupportedOperationException();
  }
}

package dev.contactsdk.transfer;

import dev.contactsdk.transfer.target.Comparison;
import dev.contactsdk.transfer.target.Sizes;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.StoredPage;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target with small requests, so that a plan takes many, and without a time to settle, because a
 * sandbox carries a request out at once.
 */
final class SmallRequests implements Target {
  private final Target target;
  private final int first;
  private final int largest;

  SmallRequests(Target target) {
    this(target, 3, 8);
  }

  SmallRequests(Target target, int first, int largest) {
    this.target = target;
    this.first = first;
    this.largest = largest;
  }

  @Override
  public Sizes sizes() {
    Sizes own = target.sizes();
    return new Sizes(
        Math.min(first, own.largestCreate()),
        Math.min(largest, own.largestCreate()),
        Math.min(first, own.largestUpdate()),
        Math.min(largest, own.largestUpdate()),
        50,
        50);
  }

  @Override
  public Duration settleTime() {
    return Duration.ZERO;
  }

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public String account() {
    return target.account();
  }

  @Override
  public List<TargetField> fields() {
    return target.fields();
  }

  @Override
  public boolean holdsCustomFields() {
    return target.holdsCustomFields();
  }

  @Override
  public boolean refusesTakenNumbers() {
    return target.refusesTakenNumbers();
  }

  @Override
  public int requestsPerMinute() {
    return target.requestsPerMinute();
  }

  @Override
  public Comparison compare(String field, Map<String, String> sent, Stored shown) {
    return target.compare(field, sent, shown);
  }

  @Override
  public boolean same(String field, String sent, String shown) {
    return target.same(field, sent, shown);
  }

  @Override
  public @Nullable Map<String, String> complete(Map<String, String> changes, Stored held) {
    return target.complete(changes, held);
  }

  @Override
  public Iterator<StoredPage> list(int pageSize) {
    return target.list(pageSize);
  }

  @Override
  public WriteAnswer create(List<Write> contacts) {
    return target.create(contacts);
  }

  @Override
  public WriteAnswer update(List<Write> changes) {
    return target.update(changes);
  }
}

package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies all plans of an account with one listing. A contact that several plans wrote is compared
 * once, as a row of the newest.
 */
public final class AccountVerifier implements Listing.Reader {
  private final JournalStore journal;
  private final List<Long> ids;

  /** The oldest first. */
  private final List<Verifier> plans;

  private final Target target;
  private final Hears hears;
  private final TimeSource time;

  /**
   * A verifier.
   *
   * @param plans the plans of the target's account, the oldest first
   */
  public AccountVerifier(
      Database database, List<Long> plans, Target target, Hears hears, TimeSource time) {
    this.journal = new JournalStore(database);
    this.ids = plans;
    this.plans = plans.stream().map(plan -> new Verifier(database, plan, target)).toList();
    this.target = target;
    this.hears = hears;
    this.time = time;
  }

  /** Lists the target. */
  public Listed verify(Pace pace) {
    Instant started = time.now();
    for (int newest = plans.size() - 1; newest >= 0; newest--) {
      plans.get(newest).begin(plans.subList(newest + 1, plans.size()));
    }
    Listed listed = new Listing(target, pace).read(this);
    plans.forEach(Verifier::end);
    ids.forEach(plan -> journal.verified(plan, started, listed.notComparable()));
    return listed;
  }

  @Override
  public void page(List<Stored> contacts) {
    Map<String, Map<String, String>> written = new HashMap<>();
    plans.forEach(plan -> plan.page(contacts, written));
  }

  @Override
  public void progress(long done, @Nullable Long total) {
    hears.progress(Step.LISTING, done, total);
  }
}

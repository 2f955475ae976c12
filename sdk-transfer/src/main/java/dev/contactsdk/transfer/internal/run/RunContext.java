package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.target.Estimate;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.target.Target;

/** What the parts of one run share. */
record RunContext(
    PlanStore store,
    Target target,
    RunOptions options,
    TimeSource time,
    Pace pace,
    Announcer announcer) {
  int perMinute() {
    return Estimate.rate(options.requestsPerMinute(), target.requestsPerMinute());
  }
}

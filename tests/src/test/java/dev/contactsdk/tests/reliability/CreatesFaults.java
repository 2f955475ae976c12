package dev.contactsdk.tests.reliability;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Sandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server that misbehaves: creates go wrong in one of 13 ways, and so do 8 % of the lists. */
final class CreatesFaults {
  private CreatesFaults() {}

  /** Plans all of it on a fresh server. */
  static void plan(Sandbox sandbox, String creates, String lists, long seed) {
    Map<Fault, Double> faults = new LinkedHashMap<>();
    faults.put(Fault.cutAfterStore(), 0.03);
    faults.put(Fault.cutAfterStore().withReset(), 0.02);
    faults.put(Fault.cutBeforeStore(), 0.02);
    faults.put(Fault.cutBeforeStore().withReset(), 0.02);
    faults.put(Fault.cutInStatusLine(), 0.01);
    faults.put(Fault.cutInHeaders().withReset(), 0.01);
    faults.put(Fault.halfBody(), 0.02);
    faults.put(Fault.storeThenStatus(500), 0.02);
    faults.put(Fault.status(500, ""), 0.01);
    faults.put(Fault.storeThenStatus(503).header("Retry-After", "0"), 0.02);
    faults.put(Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofSeconds(3)), 0.02);
    faults.put(Fault.garbage(), 0.01);
    faults.put(Fault.closeAfterAnswer(), 0.02);
    long next = seed;
    for (Map.Entry<Fault, Double> fault : faults.entrySet()) {
      sandbox.fail().share(fault.getValue(), ++next).of(creates).with(fault.getKey());
    }
    sandbox.fail().share(0.04, ++next).of(lists).with(Fault.cutBeforeStore());
    sandbox.fail().share(0.04, ++next).of(lists).with(Fault.status(503, ""));
  }
}

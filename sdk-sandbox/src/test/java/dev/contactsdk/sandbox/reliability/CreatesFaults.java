package dev.contactsdk.sandbox.reliability;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Sandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that misbehaves: of the creates some 22 % go wrong in one of 14 ways, and 2 % are
 * carried out only after the client has given up; of the lists 8 % go wrong.
 */
final class CreatesFaults {
  /** What the clients allow an attempt. */
  static final Duration TIMEOUT = Duration.ofMillis(250);

  private static final Duration BEYOND = Duration.ofMillis(350);

  private final AtomicInteger underWay = new AtomicInteger();

  /** Plans all of it on a fresh server. */
  void plan(Sandbox sandbox, String creates, String lists, long seed) {
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
    faults.put(Fault.delay(BEYOND), 0.01);
    faults.put(Fault.delay(BEYOND).withoutStoring(), 0.01);
    faults.put(Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofSeconds(3)), 0.02);
    faults.put(Fault.garbage(), 0.01);
    faults.put(Fault.closeAfterAnswer(), 0.02);
    long next = seed;
    for (Map.Entry<Fault, Double> fault : faults.entrySet()) {
      sandbox.fail().share(fault.getValue(), ++next).of(creates).with(fault.getKey());
    }
    sandbox.fail().share(0.04, ++next).of(lists).with(Fault.cutBeforeStore());
    sandbox.fail().share(0.04, ++next).of(lists).with(Fault.status(503, ""));
    Random late = new Random(next);
    sandbox.beforeRequest(
        request -> {
          if (request.method().equals("POST") && chosen(late)) {
            carryOutLate();
          }
        });
  }

  private static boolean chosen(Random random) {
    return random.nextInt(50) == 0;
  }

  private void carryOutLate() {
    underWay.incrementAndGet();
    try {
      Thread.sleep(BEYOND.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Waits until what was sent before has been carried out. */
  void settle() throws InterruptedException {
    Thread.sleep(2 * BEYOND.toMillis());
    while (underWay.get() > 0) {
      Thread.sleep(10);
    }
    Thread.sleep(50);
  }
}

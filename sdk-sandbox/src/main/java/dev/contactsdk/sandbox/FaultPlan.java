package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Faults;
import dev.contactsdk.sandbox.engine.PlannedDamage;
import dev.contactsdk.sandbox.engine.Received;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Selects the requests that fail, for example {@code sandbox.fail().call(3).of("POST
 * /contacts").with(...)}. The default is the next request of any kind. The plan takes effect with
 * {@link #with(Fault)}.
 */
public final class FaultPlan {

  private final Faults faults;
  private IntPredicate turns = turn -> turn == 1;
  private int lastTurn = 1;
  private BooleanSupplier chance = () -> true;
  private Predicate<Received> matching = request -> true;

  FaultPlan(Faults faults) {
    this.faults = faults;
  }

  /**
   * The next matching request. This is the default.
   *
   * @return this
   */
  public FaultPlan next() {
    return next(1);
  }

  /**
   * The next matching requests.
   *
   * @param requests the number of requests
   * @return this
   */
  public FaultPlan next(int requests) {
    return turns(turn -> turn <= requests, requests);
  }

  /**
   * The nth matching request from now, and only that one.
   *
   * @param number which one, from 1
   * @return this
   */
  public FaultPlan call(int number) {
    return turns(turn -> turn == number, number);
  }

  /**
   * Every matching request until {@link Sandbox#heal()}.
   *
   * @return this
   */
  public FaultPlan always() {
    return turns(turn -> true, Integer.MAX_VALUE);
  }

  /**
   * A random share of the matching requests until {@link Sandbox#heal()}. The same seed and order
   * of requests give the same choice.
   *
   * @param share from 0 to 1
   * @param seed the seed
   * @return this
   */
  public FaultPlan share(double share, long seed) {
    Random random = new Random(seed);
    ReentrantLock lock = new ReentrantLock();
    chance =
        () -> {
          lock.lock();
          try {
            return random.nextDouble() < share;
          } finally {
            lock.unlock();
          }
        };
    return always();
  }

  /**
   * Only requests of this kind. Default: all.
   *
   * @param pattern a method ({@code POST}), a path below the vendor's base ({@code /contacts}, or
   *     {@code /agents/*}, where a star matches one segment), both ({@code POST /contacts}), or the
   *     name of an operation ({@code createContacts}, {@code create_contact})
   * @return this
   * @throws IllegalArgumentException when the pattern names no operation of this vendor
   */
  public FaultPlan of(String pattern) {
    Predicate<Received> kind = faults.pattern(pattern);
    matching = matching.and(kind);
    return this;
  }

  /**
   * Only requests that pass this test. Default: all.
   *
   * @param test called for each request, on the server's threads
   * @return this
   */
  public FaultPlan when(Predicate<SandboxRequest> test) {
    matching = matching.and(request -> test.test(new SandboxRequest(request)));
    return this;
  }

  /**
   * Activates the plan. If several plans match a request, the first one decides; the others still
   * count the request.
   *
   * @param fault what happens
   * @return the active plan, with its counters
   */
  public PlannedFault with(Fault fault) {
    PlannedDamage planned = new PlannedDamage(fault.damage, turns, lastTurn, chance, matching);
    faults.add(planned);
    return new PlannedFault(planned);
  }

  private FaultPlan turns(IntPredicate wanted, int last) {
    turns = wanted;
    lastTurn = last;
    return this;
  }
}

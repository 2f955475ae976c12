package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the results of a diagnosis. All checks are named in advance, so each appears in every
 * report. A check without a result is unknown. The first result of a check stays. Not thread-safe.
 */
public final class Report {
  private final List<String> names;
  private final Map<String, Check> results = new LinkedHashMap<>();
  private @Nullable String stopped;
  private Address address = Address.of(null);
  private IntSupplier requests = () -> 0;

  /**
   * Creates a report without results.
   *
   * @param names the names of all checks, in the order of the report
   */
  public Report(List<String> names) {
    this.names = List.copyOf(names);
  }

  /**
   * Reports that something works.
   *
   * @param name the check
   * @param seen what was seen
   */
  public void ok(String name, String seen) {
    add(new Check(name, Verdict.OK, seen, null));
  }

  /**
   * Reports that something was tried and does not work.
   *
   * @param name the check
   * @param seen what was seen
   * @param mend what to do
   */
  public void wrong(String name, String seen, String mend) {
    add(new Check(name, Verdict.WRONG, seen, mend));
  }

  /**
   * Reports that nobody can tell.
   *
   * @param name the check
   * @param seen why
   */
  public void unknown(String name, String seen) {
    add(new Check(name, Verdict.UNKNOWN, seen, null));
  }

  /**
   * Reports that nobody can tell, with a hint.
   *
   * @param name the check
   * @param seen why
   * @param mend what to do
   */
  public void unknown(String name, String seen, String mend) {
    add(new Check(name, Verdict.UNKNOWN, seen, mend));
  }

  /**
   * Reports a result.
   *
   * @param check the result; ignored when the check has one
   * @throws IllegalArgumentException when no check of this report has that name
   */
  public void add(Check check) {
    if (!names.contains(check.name())) {
      throw new IllegalArgumentException("no check has the name " + check.name());
    }
    results.putIfAbsent(check.name(), check);
  }

  /**
   * Reports that something is wrong although it looked right before, in place of the first result.
   *
   * @param name the check
   * @param seen what was seen
   * @param mend what to do
   */
  public void correct(String name, String seen, String mend) {
    results.remove(name);
    wrong(name, seen, mend);
  }

  /**
   * Ends the diagnosis: all checks without a result are unknown for this reason.
   *
   * @param reason such as "the address does not answer"; ignored when there is a reason
   */
  public void stop(String reason) {
    stopped = stopped == null ? reason : stopped;
  }

  /**
   * Reports that the application's auth made no credential, and ends the diagnosis.
   *
   * @param name the check of the credential
   */
  public void stopWithoutCredential(String name) {
    wrong(
        name,
        "the client's auth failed to make a credential",
        "Look into your own Auth; CredentialException of any call has its cause.");
    stop("there is no credential");
  }

  /**
   * Whether the diagnosis has ended.
   *
   * @return true after {@link #stop}
   */
  public boolean isStopped() {
    return stopped != null;
  }

  /**
   * Whether a check found something wrong.
   *
   * @param name the check
   * @return false when it did not, or has no result
   */
  public boolean isWrong(String name) {
    Check result = results.get(name);
    return result != null && result.verdict() == Verdict.WRONG;
  }

  /**
   * Completes the report.
   *
   * @param vendor the vendor's name
   * @param address the address, as {@link Address#shown()} returns it
   * @param works whether contacts could be read
   * @param requests the number of requests sent
   * @return the diagnosis, with all checks
   */
  public Diagnosis diagnosis(String vendor, String address, boolean works, int requests) {
    List<Check> checks = new ArrayList<>();
    names.forEach(name -> checks.add(results.getOrDefault(name, notTried(name))));
    boolean anyWrong = checks.stream().anyMatch(check -> check.verdict() == Verdict.WRONG);
    Verdict all = anyWrong ? Verdict.WRONG : works ? Verdict.OK : Verdict.UNKNOWN;
    return new Diagnosis(vendor, address, all, checks, requests);
  }

  /**
   * Sets what a report tells of checks that end early.
   *
   * @param tried the address
   * @param sent counts the requests
   */
  public void about(Address tried, IntSupplier sent) {
    address = tried;
    requests = sent;
  }

  /**
   * Runs checks that need libraries. If one is missing or clashes, the checks without a result are
   * unknown for that reason, and the library's own check is wrong.
   *
   * @param vendor the vendor's name
   * @param checks completes this report
   * @return the diagnosis, with all checks
   */
  public Diagnosis guarded(String vendor, Supplier<Diagnosis> checks) {
    try {
      return checks.get();
    } catch (LinkageError e) {
      LinkFault fault = LinkFault.of(e);
      blame(fault);
      stopped = fault.seen();
      return diagnosis(vendor, address.shown(), false, requests.getAsInt());
    }
  }

  /** Unless the class path's files have shown which library it is. */
  private void blame(LinkFault fault) {
    boolean known = ClassPathChecks.NAMES.stream().anyMatch(this::isWrong);
    if (!known && names.contains(fault.check())) {
      String mend =
          "Use the versions that the SDK depends on: mvn dependency:tree shows what is missing or"
              + " replaced.";
      results.put(fault.check(), new Check(fault.check(), Verdict.WRONG, fault.seen(), mend));
    }
  }

  private Check notTried(String name) {
    String why = stopped == null ? "the answers do not tell" : "not tried: " + stopped;
    return new Check(name, Verdict.UNKNOWN, why, null);
  }
}

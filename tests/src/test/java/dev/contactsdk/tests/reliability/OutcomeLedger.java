package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares what a call claims with what the server has, and counts. */
final class OutcomeLedger {
  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int trials;

  /**
   * Runs a trial.
   *
   * @param stage where the exchange is broken
   * @param what the operation and the details, for a message
   * @param allowed the claims that this stage admits; null among them stands for success
   */
  void run(
      String stage,
      String what,
      Effect effect,
      OutcomeVendor.Trial trial,
      Set<@Nullable Outcome> allowed) {
    run(stage, what, effect, trial, () -> allowed);
  }

  /** The same; what is allowed is asked after the call. */
  void run(
      String stage,
      String what,
      Effect effect,
      OutcomeVendor.Trial trial,
      Supplier<Set<@Nullable Outcome>> allowedAfter) {
    trials++;
    Outcome claim = claim(trial);
    String name = claim == null ? "success" : claim.name();
    counts.computeIfAbsent(stage, key -> new TreeMap<>()).merge(name, 1, Integer::sum);
    String place = stage + ", " + what + ": " + name;
    Set<@Nullable Outcome> allowed = allowedAfter.get();
    if (!allowed.contains(claim)) {
      wrong.add(place + ", but expected " + allowed);
    }
    if (effect != Effect.READ && !isTrue(claim, trial)) {
      wrong.add(place + ", but the server has it " + (trial.stored().getAsBoolean() ? "" : "not"));
    }
  }

  private static @Nullable Outcome claim(OutcomeVendor.Trial trial) {
    try {
      trial.call().execute();
      return null;
    } catch (SdkException e) {
      return e.outcome();
    }
  }

  private static boolean isTrue(@Nullable Outcome claim, OutcomeVendor.Trial trial) {
    if (claim == null || claim == Outcome.APPLIED) {
      return trial.stored().getAsBoolean();
    }
    return claim == Outcome.UNKNOWN
        ? trial.stored().getAsBoolean() || trial.untouched().getAsBoolean()
        : trial.untouched().getAsBoolean();
  }

  static Set<@Nullable Outcome> only(@Nullable Outcome... claims) {
    Set<@Nullable Outcome> set = new HashSet<>();
    for (Outcome claim : claims) {
      set.add(claim);
    }
    return set;
  }

  static Set<@Nullable Outcome> any() {
    Set<@Nullable Outcome> set = new HashSet<>(EnumSet.allOf(Outcome.class));
    set.add(null);
    return set;
  }

  List<String> wrong() {
    return wrong;
  }

  String table(String title) {
    StringBuilder text =
        new StringBuilder(
            "\n| "
                + title
                + " | success | NOT_SENT | REJECTED | APPLIED | UNKNOWN |\n"
                + "|---|---|---|---|---|---|\n");
    counts.forEach(
        (stage, claims) -> {
          text.append("| ").append(stage);
          for (String name : List.of("success", "NOT_SENT", "REJECTED", "APPLIED", "UNKNOWN")) {
            text.append(" | ").append(claims.getOrDefault(name, 0));
          }
          text.append(" |\n");
        });
    return text.append(trials)
        .append(" calls, ")
        .append(wrong.size())
        .append(" wrong claims\n")
        .toString();
  }
}

package dev.contactsdk.tests.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;

/** The account that the environment variables name, and what may be done to it. */
record Account(Map<String, String> environment) {
  static final List<String> KORE =
      List.of(
          "KORE_BASE_URL",
          "KORE_STREAM_ID",
          "KORE_ACCOUNT_ID",
          "KORE_CLIENT_ID",
          "KORE_CLIENT_SECRET");
  static final List<String> TRUEDY = List.of("TRUEDY_API_KEY");
  static final String WRITE = "CONTRACT_WRITE";

  /** Why there is no account to test; empty when there is one. */
  String missing(List<String> variables) {
    boolean none =
        variables.stream().allMatch(name -> environment.getOrDefault(name, "").isBlank());
    return none
        ? "no account to test: set " + String.join(", ", variables) + "; see docs/contract.md"
        : "";
  }

  void orSkip(List<String> variables) {
    String missing = missing(variables);
    assumeTrue(missing.isEmpty(), missing);
  }

  boolean mayWrite() {
    return "1".equals(environment.get(WRITE));
  }

  /** Skips a test that writes, unless it may. */
  static void writeOrSkip(boolean may) {
    assumeTrue(may, "it writes: set " + WRITE + "=1 to let it create and delete one contact");
  }
}

package dev.contactsdk.kore;

/** Invented people. */
final class Samples {
  static final String ADA_ID = "66bb00000000000000000001";
  static final String GRACE_ID = "66bb00000000000000000002";

  private Samples() {}

  static NewKoreContact ada() {
    return NewKoreContact.builder("Ada", "Byron", "Mrs", CellPhone.of("+1", "2025550101")).build();
  }

  static NewKoreContact grace() {
    return NewKoreContact.builder("Grace", "Brewster", "mr", CellPhone.of("+91", "9876500000"))
        .build();
  }

  static NewAgent.Builder agent() {
    return NewAgent.builder("agent.one@example.com", "Ann", "Agent", "67cc00000000000000000001");
  }
}

package dev.contactsdk.kore;

import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;

/** Invented people. */
public final class Samples {
  public static final String ADA_ID = "66bb00000000000000000001";
  public static final String GRACE_ID = "66bb00000000000000000002";

  private Samples() {}

  public static NewKoreContact ada() {
    return NewKoreContact.builder("Ada", "Byron", "Mrs", CellPhone.of("+1", "2025550101")).build();
  }

  public static NewKoreContact grace() {
    return NewKoreContact.builder("Grace", "Brewster", "mr", CellPhone.of("+91", "9876500000"))
        .build();
  }

  public static NewKoreAgent.Builder agent() {
    return NewKoreAgent.builder(
        "agent.one@example.com", "Ann", "Agent", "67cc00000000000000000001");
  }
}

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
    return NewKoreContact.builder()
        .firstName("Ada")
        .lastName("Byron")
        .salutation("Mrs")
        .cellPhone(CellPhone.of("+1", "2025550101"))
        .build();
  }

  public static NewKoreContact grace() {
    return NewKoreContact.builder()
        .firstName("Grace")
        .lastName("Brewster")
        .salutation("mr")
        .cellPhone(CellPhone.of("+91", "9876500000"))
        .build();
  }

  public static NewKoreAgent.Builder agent() {
    return NewKoreAgent.builder()
        .emailId("agent.one@example.com")
        .firstName("Ann")
        .lastName("Agent")
        .role("67cc00000000000000000001");
  }
}

package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.kore.Scopes;

/** The API scopes of a Kore.ai JWT app that the sandbox's operations require. */
public enum KoreScope {
  /**
   * Contacts, queues and their agents, agent availability, agents by custom id, the list of agent
   * groups.
   */
  CONFIGURATION(Scopes.CONFIGURATION),
  /** Agents, their status history, skills, skill groups, one agent group. */
  SMARTASSIST_ANALYTICS(Scopes.SMARTASSIST_ANALYTICS),
  /** Contact lists and the dialing status of campaigns. */
  CAMPAIGN_MANAGEMENT(Scopes.CAMPAIGN_MANAGEMENT),
  /** The agents for workforce management. */
  WFM_INTEGRATION(Scopes.WFM_INTEGRATION),
  /** Roles; only for the Admin Console's app. */
  ROLE_MANAGEMENT(Scopes.ROLE_MANAGEMENT);

  private final String label;

  KoreScope(String label) {
    this.label = label;
  }

  /**
   * The scope's label in Kore.ai's user interface.
   *
   * @return the label
   */
  public String label() {
    return label;
  }
}

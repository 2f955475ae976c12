package dev.contactsdk.sandbox;

/**
 * The shape of what Kore.ai answers to a search by custom id: the text of 'Get Agent ID by Custom
 * ID' and its sample differ.
 */
public enum KoreCustomIdAnswer {
  /** An array of agents, as in the sample. */
  AGENTS,
  /** One agent, not in an array. */
  AGENT,
  /** An array of agent ids. */
  IDS,
  /** One agent id. */
  ID
}

package dev.contactsdk.sandbox;

/**
 * The shape of Kore.ai's answer to a search by custom id. The text and the sample of 'Get the Agent
 * ID Using Custom ID' differ.
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

package dev.contactsdk.kore.agents;

/** Whether an agent is one of a queue's preferred agents. */
public enum Preferred {
  /** A preferred agent of the queue. */
  YES,
  /** An agent of the queue like any other. */
  NO
}

package dev.contactsdk.kore.agents;

/** Whether an agent is one of a queue's preferred agents. */
public enum Preferred {
  /** A preferred agent of the queue. */
  YES,
  /** Not a preferred agent of the queue. */
  NO
}

package dev.contactsdk.cli;

import dev.contactsdk.transfer.target.Target;

/**
 * A target with the client behind it.
 *
 * @param target the target
 * @param closing closes the client
 */
record OpenTarget(Target target, Runnable closing) implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}

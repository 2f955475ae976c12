package dev.contactsdk.transfer.internal.target;

import dev.contactsdk.transfer.run.Progress.Step;
import org.jspecify.annotations.Nullable;

/** Hears how far a step has come. */
public interface Hears extends Waits {
  /** So many rows or contacts are done. */
  void progress(Step step, long done, @Nullable Long total);
}

package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.target.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks mapped values against what a target takes. */
public final class RowCheck {
  public RowCheck(Target target, @Nullable String region, boolean blanksClear) {}

  public CheckedRow check(Map<String, String> values) {
    throw new UnsupportedOperationException();
  }
}

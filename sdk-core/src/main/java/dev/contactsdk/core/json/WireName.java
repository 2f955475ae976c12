package dev.contactsdk.core.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The names under which a vendor sends a record component, the preferred one first. Without it a
 * component is found under its own name and under that name in snake case.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WireName {
  /**
   * The names.
   *
   * @return at least one; where a body holds several, the first named here wins and the others stay
   *     in {@code additionalProperties}
   */
  String[] value();
}

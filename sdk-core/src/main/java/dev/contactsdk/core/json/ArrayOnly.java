package dev.contactsdk.core.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a list component of a record that accepts only an array. Otherwise a single value is read
 * as a list of one; here it is an unexpected value. The mark has no effect on components of other
 * types, such as type parameters.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ArrayOnly {}

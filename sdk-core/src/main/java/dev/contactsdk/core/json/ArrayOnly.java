package dev.contactsdk.core.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that is a list and takes nothing but an array. Elsewhere a single value
 * is read as a list of one; here it is a value of an unexpected kind. A component of another type,
 * as a type parameter may stand for, is read as without the mark.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ArrayOnly {}

/**
 * What a release needs beyond its artifacts: the bundle for Maven Central, and proof of its bytes.
 */
@NullMarked
package dev.contactsdk.release;

import org.jspecify.annotations.NullMarked;

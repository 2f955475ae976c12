/**
 * JSON: lenient records when reading, ordered properties when writing. The only package that uses
 * Jackson.
 */
@NullMarked
package dev.contactsdk.core.json;

import org.jspecify.annotations.NullMarked;

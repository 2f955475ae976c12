/**
 * The shared engine of both sandboxes: HTTP, routing, faults, tables, JSON, CSV and tokens. Not for
 * applications; it may change in any release.
 */
@NullMarked
package dev.contactsdk.sandbox.engine;

import org.jspecify.annotations.NullMarked;

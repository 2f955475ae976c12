/**
 * The base of the vendor modules: the engine, requests, calls to extend, and the client builder.
 * Applications do not need it.
 */
@NullMarked
package dev.contactsdk.core.spi;

import org.jspecify.annotations.NullMarked;

/**
 * What the modules of vendors build on: the engine, requests, the calls to extend, and the builder
 * of clients. Applications do not need it.
 */
@NullMarked
package dev.contactsdk.core.spi;

import org.jspecify.annotations.NullMarked;

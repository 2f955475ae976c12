/** Calls and the engine that runs them, shared by the vendor modules. */
@NullMarked
package dev.contactsdk.core;

import org.jspecify.annotations.NullMarked;

/** Agents of Truedy. */
@NullMarked
package dev.contactsdk.truedy.agents;

import org.jspecify.annotations.NullMarked;

/** Agents of Kore.ai. */
@NullMarked
package dev.contactsdk.kore.agents;

import org.jspecify.annotations.NullMarked;

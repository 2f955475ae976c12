/** Kore.ai's contact centre: contacts, agents, and look-ups for agents. */
@NullMarked
package dev.contactsdk.kore;

import org.jspecify.annotations.NullMarked;

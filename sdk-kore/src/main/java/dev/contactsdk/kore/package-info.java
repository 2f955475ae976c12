/** Kore.ai's contact centre: contacts, agents, and the look-ups that an agent needs. */
@NullMarked
package dev.contactsdk.kore;

import org.jspecify.annotations.NullMarked;

/** What creating an agent needs to be looked up: queues, skills, roles and agent groups. */
@NullMarked
package dev.contactsdk.kore.lookups;

import org.jspecify.annotations.NullMarked;

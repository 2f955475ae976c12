/** Look-ups for creating an agent: queues, skills, roles and agent groups. */
@NullMarked
package dev.contactsdk.kore.lookups;

import org.jspecify.annotations.NullMarked;

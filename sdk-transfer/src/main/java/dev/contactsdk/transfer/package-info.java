/** Moving contacts: a plan that can be read before it runs, and a journal that survives a crash. */
@NullMarked
package dev.contactsdk.transfer;

import org.jspecify.annotations.NullMarked;

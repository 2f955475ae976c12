/** Folders of Truedy. */
@NullMarked
package dev.contactsdk.truedy.folders;

import org.jspecify.annotations.NullMarked;

/** How the Kore.ai sandbox behaves. Not for applications; it may change in any release. */
@NullMarked
package dev.contactsdk.sandbox.kore;

import org.jspecify.annotations.NullMarked;

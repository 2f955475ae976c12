/** The same work through this SDK and through other ways to call a vendor. */
@NullMarked
package dev.contactsdk.benchmarks;

import org.jspecify.annotations.NullMarked;

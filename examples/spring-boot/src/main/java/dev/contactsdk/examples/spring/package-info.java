/** A REST service on Kore.ai's contacts. */
@NullMarked
package dev.contactsdk.examples.spring;

import org.jspecify.annotations.NullMarked;

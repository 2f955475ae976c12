/** Tests and try-outs without an account. */
@NullMarked
package dev.contactsdk.spring.boot.sandbox;

import org.jspecify.annotations.NullMarked;

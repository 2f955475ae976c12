/** Makes clients from properties, and ends them with the application. */
@NullMarked
package dev.contactsdk.spring.boot.internal.client;

import org.jspecify.annotations.NullMarked;

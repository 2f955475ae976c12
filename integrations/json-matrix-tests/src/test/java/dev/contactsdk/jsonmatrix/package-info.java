/** Every public type of the SDK, through every line of Jackson that it supports. */
@NullMarked
package dev.contactsdk.jsonmatrix;

import org.jspecify.annotations.NullMarked;

/** The configurations that Spring Boot applies by itself. */
@NullMarked
package dev.contactsdk.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

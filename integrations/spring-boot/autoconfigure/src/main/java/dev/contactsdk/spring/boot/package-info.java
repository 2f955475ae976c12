/**
 * What an application with Spring Boot uses: details of a connection, customizers of the clients'
 * builders.
 */
@NullMarked
package dev.contactsdk.spring.boot;

import org.jspecify.annotations.NullMarked;

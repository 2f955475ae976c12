package dev.contactsdk.tests.server;

/** Decides what becomes of a request when it has arrived. */
@FunctionalInterface
public interface Director {
  Behaviour direct(Request request);
}

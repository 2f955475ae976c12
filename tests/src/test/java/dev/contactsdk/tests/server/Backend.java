package dev.contactsdk.tests.server;

import java.util.List;

/** A vendor: its records, and what it does when it is asked. Called by one thread at a time. */
public interface Backend {
  Answer handle(Request request);

  Contacts contacts();

  /** What it says when its limit of requests is used up. */
  Answer limitAnswer();

  /** What it says when a thing is not there. */
  Answer notFound();

  /** The numbers that a create asks for, digits only. */
  List<String> numbers(Request create);
}

package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.truedy.ContactShape;

/** The documented shape in which a Truedy contact is returned. */
public enum TruedyContactShape {
  /**
   * The response schema of 'Create Contact': {@code phone_number}, {@code first_name}, {@code
   * last_name}.
   */
  SCHEMA(ContactShape.SCHEMA),
  /**
   * The response example of the same page: {@code phone}, {@code name}, {@code folder_id}, {@code
   * call_count}.
   */
  EXAMPLE(ContactShape.EXAMPLE),
  /**
   * The older generated reference: {@code name}, {@code phone_number}, {@code folder_id}, {@code
   * created_at}.
   */
  OLDER_REFERENCE(ContactShape.OLDER_REFERENCE),
  /**
   * An earlier backend: {@code metadata}, {@code keywords}, {@code company_name}, times with {@code
   * +00:00}.
   */
  EARLIER_BACKEND(ContactShape.EARLIER_BACKEND);

  final ContactShape shape;

  TruedyContactShape(ContactShape shape) {
    this.shape = shape;
  }
}

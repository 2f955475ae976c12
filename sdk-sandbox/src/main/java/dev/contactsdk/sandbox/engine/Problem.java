package dev.contactsdk.sandbox.engine;

/**
 * One thing wrong with a request.
 *
 * @param field where, as a path such as {@code cellPhone.phoneNumber}; empty for the body as a
 *     whole
 * @param message what is wrong
 * @param type the kind in FastAPI's words, for example {@code missing}
 */
public record Problem(String field, String message, String type) {}

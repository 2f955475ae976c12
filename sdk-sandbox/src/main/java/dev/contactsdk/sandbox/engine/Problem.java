package dev.contactsdk.sandbox.engine;

/**
 * One thing wrong with a request.
 *
 * @param field the place, as a path such as {@code cellPhone.phoneNumber}; empty for the body as a
 *     whole
 * @param message what is wrong
 * @param type FastAPI's name of the kind, for example {@code missing}
 */
public record Problem(String field, String message, String type) {}

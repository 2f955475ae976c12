/** The application's own types, read and written by its Jackson 3 mapper. */
@SuppressWarnings("module") // the digit is the major version of the library
module dev.contactsdk.jackson3 {
  requires transitive dev.contactsdk.core;
  requires transitive tools.jackson.databind;

  exports dev.contactsdk.jackson3;
}

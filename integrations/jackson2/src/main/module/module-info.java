/** The application's own types, read and written by its Jackson 2 mapper. */
@SuppressWarnings("module") // the digit is the major version of the library
module dev.contactsdk.jackson2 {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.contactsdk.core;

  exports dev.contactsdk.jackson2;
}

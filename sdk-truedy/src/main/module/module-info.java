/** Truedy. The module is open, so any mapper can read and write its records. */
open module dev.contactsdk.truedy {
  requires static com.google.errorprone.annotations;
  requires com.fasterxml.jackson.annotation;
  requires transitive dev.contactsdk.core;

  exports dev.contactsdk.truedy;
  exports dev.contactsdk.truedy.agents;
  exports dev.contactsdk.truedy.contacts;
  exports dev.contactsdk.truedy.diagnose;
  exports dev.contactsdk.truedy.folders;
}

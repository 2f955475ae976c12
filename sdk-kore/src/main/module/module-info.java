/** Kore.ai. The module is open, so any mapper can read and write its records. */
open module dev.contactsdk.kore {
  requires static com.google.errorprone.annotations;
  requires com.fasterxml.jackson.annotation;
  requires transitive dev.contactsdk.core;

  exports dev.contactsdk.kore;
  exports dev.contactsdk.kore.agents;
  exports dev.contactsdk.kore.contacts;
  exports dev.contactsdk.kore.diagnose;
  exports dev.contactsdk.kore.lists;
  exports dev.contactsdk.kore.lookups;
}

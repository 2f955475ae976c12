/** Both vendors as HTTP servers in the test's JVM, and an extension for JUnit. */
module dev.contactsdk.sandbox {
  requires mockwebserver3;
  requires okhttp3;
  requires static com.google.errorprone.annotations;
  requires static org.junit.jupiter.api;
  requires transitive dev.contactsdk.kore;
  requires transitive dev.contactsdk.truedy;

  exports dev.contactsdk.sandbox;
}

/**
 * What the clients of all vendors share. The module is open: any mapper can read and write its
 * records.
 *
 * <p>libphonenumber and jjwt have no module descriptor. jjwt's module name comes from the name of
 * its jar, {@code jjwt-api-0.13.0.jar}: do not rename it.
 */
@SuppressWarnings("requires-automatic") // see above; OkHttp itself requires the automatic okio
open module dev.contactsdk.core {
  requires static com.google.errorprone.annotations;
  requires com.fasterxml.jackson.annotation;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires jjwt.api;
  requires org.slf4j;
  requires tools.jackson.core;
  requires transitive okhttp3;
  requires transitive org.jspecify;

  exports dev.contactsdk.core;
  exports dev.contactsdk.core.auth;
  exports dev.contactsdk.core.diagnose;
  exports dev.contactsdk.core.drift;
  exports dev.contactsdk.core.endpoint;
  exports dev.contactsdk.core.error;
  exports dev.contactsdk.core.http;
  exports dev.contactsdk.core.json;
  exports dev.contactsdk.core.limit;
  exports dev.contactsdk.core.listener;
  exports dev.contactsdk.core.paging;
  exports dev.contactsdk.core.phone;
  exports dev.contactsdk.core.retry;
  exports dev.contactsdk.core.spi;
  exports dev.contactsdk.core.spi.diagnose;
  exports dev.contactsdk.core.spi.error;
  exports dev.contactsdk.core.spi.list;
  exports dev.contactsdk.core.time;
}

/** Moving contacts: plan, run, verify, undo. */
@SuppressWarnings("requires-automatic") // libphonenumber has a stable name, but no descriptor
module dev.contactsdk.transfer {
  requires com.fasterxml.aalto;
  requires com.github.albfernandez.juniversalchardet;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires de.siegmar.fastcsv;
  requires org.dhatim.fastexcel.reader;
  requires org.xerial.sqlitejdbc;
  requires java.xml;
  requires tools.jackson.databind;
  requires transitive dev.contactsdk.kore;
  requires transitive dev.contactsdk.truedy;
  requires transitive java.sql;

  exports dev.contactsdk.transfer;
  exports dev.contactsdk.transfer.mapping;
  exports dev.contactsdk.transfer.run;
  exports dev.contactsdk.transfer.source;
  exports dev.contactsdk.transfer.target;
}

module stranger {
  requires dev.contactsdk.kore;
}

module stranger {
  requires dev.contactsdk.truedy;
}

package dev.contactsdk.transfer.target;

/**
 * The names of fields, the same for every vendor. A name that begins with {@link #CUSTOM} is a
 * custom field of the target, such as {@code custom.plan}.
 */
public final class Fields {
  /** The phone number, in E.164. */
  public static final String PHONE = "phone";

  /** The given name. */
  public static final String FIRST_NAME = "firstName";

  /** The family name. */
  public static final String LAST_NAME = "lastName";

  /** The whole name, where a system keeps it in one text. */
  public static final String NAME = "name";

  /** Such as {@code Mr}. */
  public static final String SALUTATION = "salutation";

  /** The number's extension. */
  public static final String EXTENSION = "extension";

  /** The e-mail address. */
  public static final String EMAIL = "email";

  /** The company. */
  public static final String COMPANY_NAME = "companyName";

  /** The industry. */
  public static final String INDUSTRY = "industry";

  /** The place. */
  public static final String LOCATION = "location";

  /** The postal code. */
  public static final String PIN_CODE = "pinCode";

  /** Tags, separated by commas. */
  public static final String KEYWORDS = "keywords";

  /** What the name of a custom field begins with. */
  public static final String CUSTOM = "custom.";

  private Fields() {}
}

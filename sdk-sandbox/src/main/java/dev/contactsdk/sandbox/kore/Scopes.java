package dev.contactsdk.sandbox.kore;

/** The API scopes of a Kore.ai JWT app, as Kore.ai's user interface labels them. */
public final class Scopes {

  public static final String CONFIGURATION = "Configuration";
  public static final String SMARTASSIST_ANALYTICS = "SmartAssist Analytics";
  public static final String CAMPAIGN_MANAGEMENT = "Campaign Management";
  public static final String WFM_INTEGRATION = "WFM Integration";
  public static final String ROLE_MANAGEMENT = "Role Management";

  private Scopes() {}
}

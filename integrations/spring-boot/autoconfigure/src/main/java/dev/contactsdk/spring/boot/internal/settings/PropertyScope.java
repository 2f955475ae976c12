package dev.contactsdk.spring.boot.internal.settings;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.diagnose.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * The properties of one client: those of its account, on top of those that all accounts share.
 *
 * @param environment the application's properties
 * @param prefix {@code contact-sdk.kore} or {@code contact-sdk.truedy}
 * @param account the account's name; null for the client without a name
 */
public record PropertyScope(Environment environment, String prefix, @Nullable String account) {
  /** What health and metrics call the client without a name. */
  public static final String UNNAMED = "default";

  private static final Map<String, String> MENDS =
      Map.of(
          "base-url", "Set it to the vendor's address, such as https://platform.kore.ai.",
          "stream-id", "Set it to the stream's id alone, such as st-….",
          "account-id", "Set it to the account's id alone: 24 hexadecimal digits.",
          "client-id", "Set it to the client id as the JWT app shows it, such as cs-….",
          "client-secret", "Set it to the client secret as the JWT app shows it.",
          "private-key", "Set it to an RSA key of at least 2048 bits: PEM text or its location.",
          "api-key", "Set it to the key as Truedy's dashboard shows it, under Settings, API Keys.",
          "token-lifetime", "Set it to a time between 1s and 60m, such as 5m.");

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /**
   * Checks the account's name.
   *
   * @throws PropertyFault when it cannot be part of a property's name
   */
  public PropertyScope {
    if (account != null && !ACCOUNT.matcher(account).matches()) {
      throw new PropertyFault(
          List.of(prefix + ".accounts"),
          "the account name '" + account + "' is not made of letters, digits and dashes",
          "Rename the account, for example to sales-eu.",
          null);
    }
  }

  /** Fills settings: first with the shared properties, then with the account's own. */
  public <S extends ClientSettings> S bind(S settings) {
    Binder binder = Binder.get(environment);
    binder.bind(prefix, Bindable.ofInstance(settings));
    if (account != null) {
      binder.bind(canonical(own("")), Bindable.ofInstance(settings));
    }
    return settings;
  }

  /**
   * The full name of a property: where it is set, or where this client's own would be.
   *
   * @param local the name below the prefix, such as {@code client-secret}
   */
  public String name(String local) {
    String own = own("." + local);
    String shared = prefix + "." + local;
    return !isSet(own) && isSet(shared) ? shared : own;
  }

  /** Whether the account, or the client without a name, sets the property itself. */
  public boolean setsItself(String local) {
    return isSet(own("." + local));
  }

  private String own(String rest) {
    return prefix + (account == null ? "" : ".accounts." + account) + rest;
  }

  private boolean isSet(String name) {
    ConfigurationPropertyName canonical = canonical(name);
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .anyMatch(source -> source.getConfigurationProperty(canonical) != null);
  }

  private static ConfigurationPropertyName canonical(String name) {
    return ConfigurationPropertyName.adapt(name, '.');
  }

  /** Hands a property to a builder. Does nothing when it is not set. */
  public <T> void set(String local, @Nullable T value, Consumer<T> setter) {
    if (value != null) {
      named(
          local,
          () -> {
            setter.accept(value);
            return value;
          });
    }
  }

  /** Runs what uses a property, and names the property in a refusal. */
  public <T> T named(String local, Supplier<T> use) {
    try {
      return use.get();
    } catch (InvalidRequestException e) {
      throw refused(local, e);
    }
  }

  /** Refuses durations below zero. */
  public @Nullable Duration notNegative(String local, @Nullable Duration value) {
    if (value != null && value.isNegative()) {
      throw fault(local, "must not be negative, but was " + value, mend(local));
    }
    return value;
  }

  /** The fault of an account that has the name of the client without a name. */
  public PropertyFault nameIsTaken() {
    return new PropertyFault(
        List.of(prefix + ".accounts." + UNNAMED),
        "has the name that health and metrics give to the client without a name",
        "Rename the account, for example to sales.",
        null);
  }

  /** The fault of one property. */
  public PropertyFault fault(String local, String reason, String mend) {
    return new PropertyFault(List.of(name(local)), reason, mend, null);
  }

  /** The fault of several properties together. */
  public PropertyFault faults(List<String> locals, String reason, String mend) {
    return new PropertyFault(locals.stream().map(this::name).toList(), reason, mend, null);
  }

  /** The fault that a builder found. */
  public PropertyFault refused(String local, InvalidRequestException refusal) {
    return new PropertyFault(List.of(name(local)), reason(refusal), mend(local), refusal);
  }

  /** The builder's words, without the setting's name and the outcome. */
  private static String reason(InvalidRequestException refusal) {
    String text = Setting.refused(refusal);
    String where = refusal.operation() + ": ";
    return text.startsWith(where) ? text.substring(where.length()) : text;
  }

  private String mend(String local) {
    String known = MENDS.get(local.replaceFirst("^admin\\.", ""));
    return known == null ? "Correct the value of " + name(local) + "." : known;
  }
}

package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.spring.boot.internal.settings.PropertyFault;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns what {@code build()} refuses into the names of properties.
 *
 * @param scope the client's properties
 * @param properties the properties of each setting, as the builder calls it in its messages
 */
record BuilderRefusals(PropertyScope scope, Map<String, List<String>> properties) {
  private static final String MISSING = "settings are missing or blank: ";
  private static final String ADMIN = " of adminCredentials";

  <C> C name(Supplier<C> build) {
    try {
      return build.get();
    } catch (InvalidRequestException e) {
      PropertyFault fault = fault(e);
      throw fault == null ? e : fault;
    }
  }

  private @Nullable PropertyFault fault(InvalidRequestException refusal) {
    String text = String.valueOf(refusal.getMessage()).replaceFirst(" \\[outcome [A-Z_]+]$", "");
    int at = text.indexOf(MISSING);
    if (at >= 0) {
      return missing(Stream.of(text.substring(at + MISSING.length()).split(", ")));
    }
    List<String> named = properties.get(refusal.operation());
    if (named == null) {
      return null;
    }
    String first = named.get(0);
    return text.contains("allowPlainHttp()") ? plainHttp(first) : scope.refused(first, refusal);
  }

  private PropertyFault missing(Stream<String> settings) {
    List<String> names = settings.flatMap(setting -> named(setting).stream()).toList();
    return scope.faults(
        names, names.size() == 1 ? "is missing or blank" : "are missing or blank", mend(names));
  }

  private List<String> named(String setting) {
    boolean admin = setting.endsWith(ADMIN);
    String bare = admin ? setting.substring(0, setting.length() - ADMIN.length()) : setting;
    List<String> names = properties.getOrDefault(bare, List.of(bare));
    return names.stream().map(name -> admin ? "admin." + name : name).toList();
  }

  private static String mend(List<String> names) {
    return names.size() == 1 ? "Set the property." : "Set these properties.";
  }

  private PropertyFault plainHttp(String property) {
    return scope.fault(
        property,
        "has plain http to another machine, which would send credentials and contacts unencrypted",
        "Use https. If plain http is intended, set "
            + scope.name("allow-plain-http")
            + " to true.");
  }
}

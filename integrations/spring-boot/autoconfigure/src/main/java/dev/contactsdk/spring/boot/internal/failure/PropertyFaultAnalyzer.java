package dev.contactsdk.spring.boot.internal.failure;

import dev.contactsdk.core.spi.diagnose.Setting;
import dev.contactsdk.spring.boot.internal.settings.PropertyFault;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Names the properties, where they are set, and the shape of their values, never a value. */
final class PropertyFaultAnalyzer extends AbstractFailureAnalyzer<PropertyFault> {
  private final Environment environment;

  PropertyFaultAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PropertyFault fault) {
    String subject = fault.properties().size() == 1 ? "The property " : "The properties ";
    String names = String.join(", ", fault.properties());
    String shapes =
        fault.properties().stream()
            .map(this::shape)
            .filter(Objects::nonNull)
            .collect(Collectors.joining());
    return new FailureAnalysis(
        subject + names + " " + sentence(fault.reason()) + shapes, fault.mend(), fault);
  }

  private static String sentence(String reason) {
    return reason.endsWith("?") ? reason : reason + ".";
  }

  /** One line for a property that is set; null for one that is not. */
  private @Nullable String shape(String name) {
    ConfigurationProperty property = property(name);
    if (property == null) {
      return null;
    }
    String value = String.valueOf(property.getValue());
    String form = Setting.fault(value);
    return String.format("%n%n    %s%n", name)
        + "        has "
        + value.length()
        + " characters"
        + (form == null ? "" : ", and " + form)
        + (property.getOrigin() == null
            ? ""
            : String.format("%n        is set in %s", property.getOrigin()));
  }

  private @Nullable ConfigurationProperty property(String name) {
    ConfigurationPropertyName canonical = ConfigurationPropertyName.adapt(name, '.');
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .map(source -> source.getConfigurationProperty(canonical))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}

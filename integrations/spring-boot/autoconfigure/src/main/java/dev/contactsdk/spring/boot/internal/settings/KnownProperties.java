package dev.contactsdk.spring.boot.internal.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** Binds a vendor's properties, and refuses misspelt names, which Boot would ignore. */
public final class KnownProperties {
  private KnownProperties() {}

  /**
   * Binds all properties of a vendor. Environment variables and system properties may have unknown
   * names, as everywhere in Boot.
   *
   * @throws PropertyFault that names those which nobody reads, but not their values
   */
  public static <T> T bind(Environment environment, String prefix, Class<T> type) {
    try {
      return Binder.get(environment)
          .bindOrCreate(
              prefix,
              Bindable.of(type),
              new NoUnboundElementsBindHandler(
                  BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    } catch (BindException e) {
      throw e.getCause() instanceof UnboundConfigurationPropertiesException unknown
          ? fault(unknown)
          : e;
    }
  }

  /** Without a cause: its message quotes the values, and a misspelt name may hold a secret. */
  private static PropertyFault fault(UnboundConfigurationPropertiesException unknown) {
    List<String> names =
        unknown.getUnboundProperties().stream().map(one -> one.getName().toString()).toList();
    String reason = names.size() == 1 ? "is unknown" : "are unknown";
    return new PropertyFault(names, reason, "Correct the name, or remove the property.", null);
  }
}

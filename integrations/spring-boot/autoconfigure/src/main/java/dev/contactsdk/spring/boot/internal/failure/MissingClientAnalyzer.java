package dev.contactsdk.spring.boot.internal.failure;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** Says which properties make the client that a bean wants. Boot itself cannot know them. */
final class MissingClientAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException>
    implements Ordered {
  /**
   * A vendor's client.
   *
   * @param prefix the beginning of its properties
   * @param needed the properties that make one
   */
  private record Client(String prefix, String needed) {}

  private static final Map<String, Client> CLIENTS =
      Map.of(
          "dev.contactsdk.kore.KoreClient",
          new Client(
              "contact-sdk.kore", "base-url, stream-id, account-id, client-id and client-secret"),
          "dev.contactsdk.truedy.TruedyClient",
          new Client("contact-sdk.truedy", "api-key"));

  private final Environment environment;

  MissingClientAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause) {
    ResolvableType wanted = cause.getResolvableType();
    if (wanted == null || cause instanceof NoUniqueBeanDefinitionException) {
      return null;
    }
    Client client = CLIENTS.get(wanted.toClass().getName());
    return client == null ? null : analysis(wanted.toClass().getSimpleName(), client, cause);
  }

  private FailureAnalysis analysis(
      String type, Client client, NoSuchBeanDefinitionException cause) {
    String wants = "The application wants a bean of type " + type + ", ";
    if (!environment.getProperty(client.prefix() + ".enabled", Boolean.class, true)) {
      return new FailureAnalysis(
          wants + "but " + client.prefix() + ".enabled is false.", "Set it to true.", cause);
    }
    Set<String> accounts = accounts(client);
    return accounts.isEmpty()
        ? new FailureAnalysis(
            wants + "but no property of " + client.prefix() + " is set.", mend(client), cause)
        : new FailureAnalysis(
            wants + "but not one of the accounts " + String.join(", ", accounts) + ".",
            "Use one of these names as its qualifier, or add the account to "
                + client.prefix()
                + ".accounts.",
            cause);
  }

  private static String mend(Client client) {
    return "Set "
        + client.needed()
        + " below "
        + client.prefix()
        + ". A test needs none of them with @ContactSandbox.";
  }

  /** From names such as {@code sales.api-key}. */
  private Set<String> accounts(Client client) {
    return Binder.get(environment)
        .bind(client.prefix() + ".accounts", Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .keySet()
        .stream()
        .map(name -> name.replaceFirst("\\..*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Before Boot's own, which suggests to define a bean. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}

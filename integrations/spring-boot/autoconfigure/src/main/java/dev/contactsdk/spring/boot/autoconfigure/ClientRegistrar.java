package dev.contactsdk.spring.boot.autoconfigure;

import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/** Registers a client for each account that the properties name, and one without a name. */
abstract class ClientRegistrar implements ImportBeanDefinitionRegistrar {
  private final ListableBeanFactory beans;
  private final Class<?> client;
  private final Class<? extends ConnectionDetails> details;

  ClientRegistrar(
      ListableBeanFactory beans, Class<?> client, Class<? extends ConnectionDetails> details) {
    this.beans = beans;
    this.client = client;
    this.details = details;
  }

  /** The names of the accounts. */
  abstract Set<String> accounts();

  /** Whether one of the properties of a connection is set. */
  abstract boolean isBegun();

  /** Whether all properties that a client needs are set. */
  abstract boolean isComplete();

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    Set<String> accounts = accounts();
    if (hasUnnamed(accounts)) {
      registry.registerBeanDefinition(
          StringUtils.uncapitalize(client.getSimpleName()), definition("", !accounts.isEmpty()));
    }
    for (String account : accounts) {
      RootBeanDefinition named = definition(account, false);
      named.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
      registry.registerBeanDefinition(account + client.getSimpleName(), named);
    }
  }

  /** Next to named accounts, the settings above them may be there only to be taken over. */
  private boolean hasUnnamed(Set<String> accounts) {
    return accounts.isEmpty()
        ? isBegun() || beans.getBeanNamesForType(details, true, false).length > 0
        : isComplete();
  }

  private RootBeanDefinition definition(String account, boolean primary) {
    RootBeanDefinition definition = new RootBeanDefinition(client);
    definition.setFactoryBeanName(factory());
    definition.setFactoryMethodName("create");
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, account);
    definition.setDestroyMethodName("close");
    definition.setPrimary(primary);
    return definition;
  }

  /** The name of the bean that makes the clients. */
  private String factory() {
    return StringUtils.uncapitalize(client.getSimpleName()) + "Factory";
  }
}

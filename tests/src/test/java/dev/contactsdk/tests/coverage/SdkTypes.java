package dev.contactsdk.tests.coverage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.spi.list.ListEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of the SDK: the endpoints that they declare, and the texts in their code. */
final class SdkTypes {
  private final List<JavaClass> classes;

  SdkTypes() {
    classes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                    "dev.contactsdk.core", "dev.contactsdk.kore", "dev.contactsdk.truedy")
                .stream()
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
  }

  /** The endpoints of a vendor's module: constants, and parts of constants. */
  List<Endpoint<?>> endpoints(String vendor) throws ReflectiveOperationException {
    List<Endpoint<?>> endpoints = new ArrayList<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().startsWith("dev.contactsdk." + vendor)) {
        Class<?> loaded = Class.forName(type.getName());
        for (Object constant : values(loaded, null)) {
          add(endpoints, constant);
          if (loaded.isInstance(constant)) {
            values(loaded, constant).forEach(part -> add(endpoints, part));
          }
        }
      }
    }
    return endpoints;
  }

  private static void add(List<Endpoint<?>> endpoints, Object value) {
    if (value instanceof Endpoint<?> endpoint) {
      endpoints.add(endpoint);
    } else if (value instanceof ListEndpoint<?> list) {
      endpoints.add(list.endpoint());
    }
  }

  /** The values of an object's fields; those of the static ones without an object. */
  private static List<Object> values(Class<?> type, @Nullable Object of)
      throws ReflectiveOperationException {
    List<Object> values = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) == (of == null)) {
        field.setAccessible(true);
        Object value = field.get(of);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** Whether a class of this simple name, or one nested in it, has the text as a constant. */
  boolean mentions(String vendor, String simpleName, String text) throws IOException {
    String constant = "\1\0" + (char) text.length() + text;
    for (JavaClass type : named(vendor, simpleName).toList()) {
      try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
        if (new String(in.readAllBytes(), ISO_8859_1).contains(constant)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean has(String vendor, String simpleName) {
    return named(vendor, simpleName).findAny().isPresent();
  }

  private Stream<JavaClass> named(String vendor, String simpleName) {
    return classes.stream()
        .filter(type -> isOf(vendor, type))
        .filter(type -> type.getName().matches(".*[.]" + simpleName + "([$].*)?"));
  }

  private static boolean isOf(String vendor, JavaClass type) {
    return Stream.of("core", vendor)
        .anyMatch(part -> type.getPackageName().startsWith("dev.contactsdk." + part));
  }
}

package dev.contactsdk.tests.coverage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.spi.list.ListEndpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of the SDK: the endpoints that they declare, and the fields that they know. */
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

  /**
   * Whether a class of this simple name, or one nested in it, reads or writes a field. A record
   * does by a component of that name on the wire; other classes, and records that read loose
   * values, by a text in their code.
   */
  boolean knows(String vendor, String simpleName, String field) throws IOException {
    for (JavaClass type : named(vendor, simpleName).toList()) {
      Class<?> loaded = type.reflect();
      boolean byComponent = SdkRecord.class.isAssignableFrom(loaded) && !readsLooseValues(loaded);
      if (wireNames(loaded).anyMatch(field::equals)
          || (!byComponent && texts(type).contains(field))) {
        return true;
      }
    }
    return false;
  }

  private static boolean readsLooseValues(Class<?> record) {
    return Stream.of(record.getDeclaredMethods())
        .flatMap(method -> Stream.of(method.getParameterTypes()))
        .anyMatch(type -> type.getSimpleName().equals("Loose"));
  }

  /** The names of a record's components in JSON. */
  private static Stream<String> wireNames(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.getRecordComponents()).flatMap(part -> Received.wireNames(type, part))
        : Stream.empty();
  }

  /** The texts in a class's code, without names of members, types and annotations' values. */
  private static Set<String> texts(JavaClass type) throws IOException {
    try (DataInputStream in =
        new DataInputStream(type.getSource().orElseThrow().getUri().toURL().openStream())) {
      in.skipNBytes(8);
      int size = in.readUnsignedShort();
      Map<Integer, String> all = new HashMap<>();
      List<Integer> used = new ArrayList<>();
      for (int i = 1; i < size; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> all.put(i, in.readUTF());
          case 8 -> used.add(in.readUnsignedShort());
          case 5, 6 -> {
            in.skipNBytes(8);
            i++; // takes two places
          }
          case 15 -> in.skipNBytes(3);
          case 7, 16, 19, 20 -> in.skipNBytes(2);
          default -> in.skipNBytes(4);
        }
      }
      return used.stream().map(all::get).collect(Collectors.toSet());
    }
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

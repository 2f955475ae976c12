package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may use which, and what applications get to see. */
class RoomsTest {
  private static final String TOP = "dev.contactsdk.sandbox";
  private static final String ENGINE = TOP + ".engine";
  private static final Pattern EDGE =
      Pattern.compile("(?m)^ +(dev\\.contactsdk[\\w.]*) +-> +(dev\\.contactsdk[\\w.]*) ");

  private static Path classes() throws URISyntaxException {
    return Path.of(KoreSandbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Map<String, Set<String>> dependencies() throws URISyntaxException {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                writer,
                writer,
                "--multi-release=base",
                "--ignore-missing-deps",
                "-verbose:package",
                "-cp",
                classPath,
                classes().toString());
    writer.flush();
    assertThat(status).as(out.toString()).isZero();
    Map<String, Set<String>> used = new TreeMap<>();
    Matcher edges = EDGE.matcher(out.toString());
    while (edges.find()) {
      used.computeIfAbsent(edges.group(1), from -> new TreeSet<>()).add(edges.group(2));
    }
    return used;
  }

  @Test
  void theMachineryKnowsNeitherWhatLiesAboveItNorTheClients() throws URISyntaxException {
    Map<String, Set<String>> used = dependencies();
    assertThat(used.get(TOP)).contains(ENGINE, TOP + ".kore", TOP + ".truedy");
    assertThat(used.get(TOP + ".kore")).containsExactly(ENGINE);
    assertThat(used.get(TOP + ".truedy")).containsExactly(ENGINE);
    assertThat(used).doesNotContainKey(ENGINE);
  }

  @Test
  void applicationsSeeNoMachinery() throws Exception {
    List<String> seen = new ArrayList<>();
    for (Class<?> type : publicTypes()) {
      members(type).forEach(member -> signature(member).forEach(t -> seen.add(t.getTypeName())));
    }
    assertThat(seen)
        .anyMatch(name -> name.contains(TOP + "."))
        .noneMatch(name -> name.matches(".*contactsdk\\.sandbox\\.[a-z].*"))
        .noneMatch(name -> name.contains("okhttp3.") || name.contains("okio."));
  }

  private static List<Class<?>> publicTypes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (String name : classNames()) {
      Class<?> type = Class.forName(name, false, KoreSandbox.class.getClassLoader());
      if (Modifier.isPublic(type.getModifiers())) {
        types.add(type);
      }
    }
    return types;
  }

  private static List<String> classNames() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(classes().resolve(TOP.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .map(name -> TOP + "." + name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }

  private static Stream<? extends Member> members(Class<?> type) {
    Stream<? extends Member> all =
        Stream.of(
                type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
            .flatMap(Arrays::stream);
    int shown = Modifier.PUBLIC | Modifier.PROTECTED;
    return all.filter(member -> (member.getModifiers() & shown) != 0);
  }

  private static Stream<Type> signature(Member member) {
    if (member instanceof Field field) {
      return Stream.of(field.getGenericType());
    }
    Stream<Type> parameters = Arrays.stream(((Executable) member).getGenericParameterTypes());
    return member instanceof Method method
        ? Stream.concat(parameters, Stream.of(method.getGenericReturnType()))
        : parameters;
  }
}

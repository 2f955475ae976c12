package dev.contactsdk.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints the tables. Arguments: {@code quick}, {@code all}, or any of {@code throughput}, {@code
 * cold}, {@code pages}, {@code items}, {@code jars}, {@code parts}, {@code profile}.
 */
public final class Bench {
  private static final int[] THREADS = {1, 8};

  private Bench() {}

  /** Runs the parts that are asked for. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("bench");
    try (Server server = Server.startWithTls(folder)) {
      describe();
      if (List.of(arguments).contains("quick")) {
        quick(server);
      } else {
        run(server, folder, List.of(arguments));
      }
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private static void describe() {
    System.out.printf(
        Locale.ROOT,
        "%d cores, %s %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        Runtime.version(),
        System.getProperty("os.name"));
  }

  private static void quick(Server server) throws Exception {
    Throughput throughput = new Throughput(server, 5, 300, 3);
    for (Work work : List.of(Work.CREATE, Work.CREATE_JWT, Work.LIST_100)) {
      throughput.measure(work, List.of(Stack.SDK, Stack.RETROFIT), 1);
    }
  }

  private static void run(Server server, Path folder, List<String> parts) throws Exception {
    boolean all = parts.contains("all");
    if (all || parts.contains("throughput")) {
      throughput(server, works(parts));
    }
    if (all || parts.contains("cold")) {
      new ColdStart(server, new ClassPaths(folder), folder, 11).measure();
    }
    if (all || parts.contains("pages")) {
      new PagesAhead(server, 100, 50, 20).measure(3);
      new PagesAhead(server, 100, 50, 0).measure(3);
    }
    if (all || parts.contains("items")) {
      AllItems.measure(server, 1_000_000);
    }
    if (all || parts.contains("jars")) {
      Jars.print(new ClassPaths(folder));
    }
    if (parts.contains("profile")) {
      profile(server);
    }
    if (all || parts.contains("parts")) {
      SmallParts.measure(".*", 5);
    }
  }

  /** Those that are named, or all. */
  private static Set<Work> works(List<String> parts) {
    Set<Work> named = EnumSet.noneOf(Work.class);
    for (Work work : Work.values()) {
      if (parts.contains(work.name())) {
        named.add(work);
      }
    }
    return named.isEmpty() ? EnumSet.allOf(Work.class) : named;
  }

  private static void throughput(Server server, Set<Work> works) throws Exception {
    Throughput throughput = new Throughput(server, 11, 300, 4);
    for (Work work : works) {
      throughput.measure(work, Stack.doing(work), THREADS);
    }
    if (Runtime.version().feature() >= 21) {
      Throughput virtual = new Throughput(server, 5, 1000, 4);
      for (Work work : works) {
        virtual.measure(work, withoutRawSocket(work), Worker.VIRTUAL);
      }
    }
  }

  /** It keeps a connection per thread. */
  private static List<Stack> withoutRawSocket(Work work) {
    return Stack.doing(work).stream().filter(stack -> stack != Stack.RAW_SOCKET).toList();
  }

  private static void profile(Server server) {
    for (Work work : List.of(Work.CREATE, Work.CREATE_JWT, Work.LIST_100)) {
      List<String> arguments = List.of(Stack.SDK.name(), work.name(), server.url());
      try (Java java =
          Java.start(System.getProperty("java.class.path"), List.of(), Profile.class, arguments)) {
        java.copyTo(System.out);
      }
    }
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}

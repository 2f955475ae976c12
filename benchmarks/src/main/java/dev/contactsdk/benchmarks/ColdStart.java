package dev.contactsdk.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From starting a JVM to the first answer, in rounds that go round all stacks. */
final class ColdStart {
  private static final List<Stack> STACKS =
      List.of(
          Stack.SDK,
          Stack.RAW_SOCKET,
          Stack.RAW_OKHTTP,
          Stack.HAND_WRITTEN,
          Stack.RETROFIT,
          Stack.FEIGN,
          Stack.JDK_CLIENT,
          Stack.URL_CONNECTION,
          Stack.GENERATED);

  private final Server server;
  private final ClassPaths classPaths;
  private final Path folder;
  private final int rounds;

  ColdStart(Server server, ClassPaths classPaths, Path folder, int rounds) {
    this.server = server;
    this.classPaths = classPaths;
    this.folder = folder;
    this.rounds = rounds;
  }

  void measure() {
    measure("plain", server.url(), false);
    measure("TLS", server.tlsUrl(), false);
    measure("plain, with AppCDS", server.url(), true);
    measure("TLS, with AppCDS", server.tlsUrl(), true);
  }

  private void measure(String title, String url, boolean archived) {
    Map<Stack, List<Double>> millis = new EnumMap<>(Stack.class);
    for (Stack stack : STACKS) {
      if (archived) {
        start(stack, url, List.of("-XX:ArchiveClassesAtExit=" + archive(stack)));
      }
      start(stack, url, options(stack, archived));
    }
    for (int round = 0; round < rounds; round++) {
      for (Stack stack : STACKS) {
        double time = start(stack, url, options(stack, archived));
        millis.computeIfAbsent(stack, key -> new ArrayList<>()).add(time);
      }
    }
    print(title, millis);
  }

  private List<String> options(Stack stack, boolean archived) {
    return archived ? List.of("-XX:SharedArchiveFile=" + archive(stack)) : List.of();
  }

  private Path archive(Stack stack) {
    return folder.resolve(stack.name() + ".jsa");
  }

  /** Milliseconds from starting the process to its answer. */
  double start(Stack stack, String url, List<String> options) {
    List<String> all =
        new ArrayList<>(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr"));
    all.addAll(options);
    all.addAll(server.trustOptions());
    long start = System.nanoTime();
    try (Java java =
        Java.start(classPaths.of(stack), all, FirstCall.class, List.of(stack.name(), url))) {
      java.hear();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** That archives are made at all; without one, a JVM starts all the same. */
  boolean hasArchive(Stack stack) {
    return Files.exists(archive(stack));
  }

  private static void print(String title, Map<Stack, List<Double>> millis) {
    System.out.printf(Locale.ROOT, "%n### First answer of a fresh JVM, %s%n%n", title);
    System.out.println("| stack | ms | SDK's time to it |");
    System.out.println("|---|---:|---|");
    List<Double> ours = millis.getOrDefault(Stack.SDK, List.of());
    millis.forEach(
        (stack, theirs) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
          }
          System.out.printf(
              Locale.ROOT,
              "| %s | %.0f | %s |%n",
              stack.label,
              Quartiles.of(theirs).median(),
              Quartiles.of(ratios));
        });
    System.out.flush();
  }
}

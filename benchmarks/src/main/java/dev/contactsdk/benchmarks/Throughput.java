package dev.contactsdk.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Operations in a loop, in rounds that go round all stacks: a machine that drifts hits all. */
final class Throughput {
  private static final long ENOUGH_ROWS = 20_000;
  private static final long ENOUGH_OPERATIONS = 500;

  private final Server server;
  private final int rounds;
  private final long roundMillis;
  private final int warmUps;

  Throughput(Server server, int rounds, long roundMillis, int warmUps) {
    this.server = server;
    this.rounds = rounds;
    this.roundMillis = roundMillis;
    this.warmUps = warmUps;
  }

  /** Measures and prints a table for each number of threads. */
  void measure(Work work, List<Stack> stacks, int... threadCounts) throws Exception {
    Comparison.check(server.url(), work, stacks);
    Map<Stack, Java> workers = new EnumMap<>(Stack.class);
    try {
      for (Stack stack : stacks) {
        workers.put(stack, worker(stack, work, threadCounts[0] == Worker.VIRTUAL));
      }
      for (int threads : threadCounts) {
        workers.values().forEach(worker -> warmUp(worker, work, threads));
        print(work, threads, rounds(workers, threads));
      }
    } finally {
      workers.values().forEach(Java::close);
    }
  }

  private Java worker(Stack stack, Work work, boolean virtual) {
    String connections = virtual ? "" + Worker.VIRTUAL : "0";
    return Java.start(
        System.getProperty("java.class.path"),
        List.of("-Xms256m", "-Xmx256m", "-Dhttp.maxConnections=" + (virtual ? connections : "5")),
        Worker.class,
        List.of(stack.name(), work.name(), server.url(), connections));
  }

  /** On a busy machine it takes longer until the compiler has seen enough. */
  private void warmUp(Java worker, Work work, int threads) {
    long operations = 0;
    boolean compiled = false;
    for (int second = 0; second < warmUps || (!compiled && second < 5 * warmUps); second++) {
      operations += sample(worker, threads, 1000).operations();
      compiled = operations * work.rows >= ENOUGH_ROWS && operations >= ENOUGH_OPERATIONS;
    }
  }

  private static Sample sample(Java worker, int threads, long millis) {
    worker.say(threads + " " + millis);
    return Sample.parse(worker.hear());
  }

  private Map<Stack, List<Sample>> rounds(Map<Stack, Java> workers, int threads) {
    Map<Stack, List<Sample>> samples = new EnumMap<>(Stack.class);
    for (int round = 0; round < rounds; round++) {
      workers.forEach(
          (stack, worker) ->
              samples
                  .computeIfAbsent(stack, key -> new ArrayList<>())
                  .add(sample(worker, threads, roundMillis)));
    }
    return samples;
  }

  private static void print(Work work, int threads, Map<Stack, List<Sample>> samples) {
    System.out.printf(
        Locale.ROOT,
        "%n### %s, %s%n%n",
        work.label,
        threads == Worker.VIRTUAL ? "1,000 virtual threads" : threads + " thread(s)");
    System.out.println("| stack | ops/s | CPU µs/op | bytes/op | SDK's ops/s | CPU | bytes |");
    System.out.println("|---|---:|---:|---:|---|---:|---:|");
    List<Sample> ours = samples.getOrDefault(Stack.SDK, List.of());
    samples.forEach((stack, theirs) -> printRow(stack, theirs, ours));
    System.out.flush();
  }

  private static void printRow(Stack stack, List<Sample> theirs, List<Sample> ours) {
    double bytes = median(theirs, Sample::bytesPerOperation);
    double cpu = median(theirs, Sample::cpuMicros);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i).perSecond() / theirs.get(i).perSecond());
    }
    long failures = theirs.stream().mapToLong(Sample::failures).sum();
    System.out.printf(
        Locale.ROOT,
        "| %s%s | %,.0f | %,.1f | %,.0f | %s | %.2f | %.2f |%n",
        stack.label,
        failures == 0 ? "" : " (" + failures + " failed)",
        median(theirs, Sample::perSecond),
        cpu,
        bytes,
        Quartiles.of(ratios),
        median(ours, Sample::cpuMicros) / cpu,
        median(ours, Sample::bytesPerOperation) / bytes);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return Quartiles.of(samples.stream().map(figure::applyAsDouble).toList()).median();
  }
}

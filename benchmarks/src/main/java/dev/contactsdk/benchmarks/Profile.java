package dev.contactsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the bytes and the time of an operation go, as the flight recorder sees it. */
final class Profile {
  private static final int SHOWN = 20;
  private static final int SECONDS = 6;

  private Profile() {}

  /** Arguments: stack, work, server. */
  public static void main(String[] arguments) throws Exception {
    Stack stack = Stack.valueOf(arguments[0]);
    Work work = Work.valueOf(arguments[1]);
    Path file = Files.createTempFile("profile", ".jfr");
    try (Worker worker = new Worker(stack, work, new Target(arguments[2], 0));
        Recording recording = new Recording()) {
      worker.run(1, SECONDS * 1000L);
      recording.enable("jdk.ObjectAllocationSample").with("throttle", "20000/s");
      recording.enable("jdk.ExecutionSample").with("period", "10 ms");
      recording.start();
      Sample sample = worker.run(1, SECONDS * 1000L);
      recording.stop();
      recording.dump(file);
      System.out.printf(
          Locale.ROOT,
          "%n### %s through %s: %,.0f bytes, %.1f µs of CPU%n",
          work.label,
          stack.label,
          sample.bytesPerOperation(),
          sample.cpuMicros());
      print(file, sample);
    } finally {
      Files.delete(file);
    }
    System.exit(0);
  }

  private static void print(Path file, Sample sample) throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    List<RecordedEvent> allocations = withoutFirst(of("jdk.ObjectAllocationSample", events));
    ToLongFunction<RecordedEvent> weight = event -> event.getLong("weight");
    double bytes = sample.bytesPerOperation();
    print("bytes, by what and where", allocations, weight, bytes, Profile::site);
    print("bytes, by the nearest method of ours", allocations, weight, bytes, Profile::ours);
    List<RecordedEvent> times = of("jdk.ExecutionSample", events);
    print("% of time, by the nearest method of ours", times, event -> 1, 100, Profile::ours);
  }

  private static List<RecordedEvent> of(String type, List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(type))
        .filter(event -> event.getStackTrace() != null)
        .toList();
  }

  /** A thread's first sample stands for all that the thread allocated before. */
  private static List<RecordedEvent> withoutFirst(List<RecordedEvent> events) {
    Set<Long> seen = new HashSet<>();
    return events.stream()
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .filter(event -> !seen.add(event.getThread().getJavaThreadId()))
        .toList();
  }

  private static void print(
      String title,
      List<RecordedEvent> events,
      ToLongFunction<RecordedEvent> weight,
      double perOperation,
      Function<RecordedEvent, String> key) {
    Map<String, Long> sums = new HashMap<>();
    events.forEach(event -> sums.merge(key.apply(event), weight.applyAsLong(event), Long::sum));
    long all = Math.max(1, sums.values().stream().mapToLong(Long::longValue).sum());
    System.out.printf(Locale.ROOT, "%n%s%n", title);
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT,
                    "%,9.0f  %s%n",
                    perOperation * entry.getValue() / all,
                    entry.getKey()));
  }

  private static String site(RecordedEvent event) {
    String what = event.getClass("objectClass").getName();
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    return what
        + " in "
        + name(frames.get(0))
        + (frames.size() > 1 ? " < " + name(frames.get(1)) : "");
  }

  private static String ours(RecordedEvent event) {
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      if (frame.getMethod().getType().getName().startsWith("dev.contactsdk.")) {
        return name(frame);
      }
    }
    return "other threads";
  }

  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + frame.getMethod().getName()
        + ":"
        + frame.getLineNumber();
  }
}

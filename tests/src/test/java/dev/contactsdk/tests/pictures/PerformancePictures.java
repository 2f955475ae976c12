package dev.contactsdk.tests.pictures;

import dev.contactsdk.tests.pictures.BarChart.Bar;
import dev.contactsdk.tests.pictures.BarChart.Group;
import java.io.IOException;
import java.util.List;

/** The charts of the page on performance, from its tables. */
final class PerformancePictures {
  private static final String PAGE = "performance.md";

  private PerformancePictures() {}

  static String bytes() throws IOException {
    return BarChart.draw(
        "Memory per call",
        "kB allocated, one thread; shorter is better",
        List.of(
            bytes("create a contact", "### create, Bearer, 1 thread(s)"),
            bytes("list 100 contacts", "### list of 100, 1 thread(s)")));
  }

  private static Group bytes(String name, String heading) throws IOException {
    return new Group(
        name,
        withJson(heading).stream()
            .map(row -> bar(row, Table.number(row.get(3)) / 1000, " kB"))
            .toList());
  }

  static String throughput() throws IOException {
    return BarChart.draw(
        "Calls per second",
        "8 threads on 2 cores, loopback; longer is better",
        List.of(
            throughput("create a contact", "### create, Bearer, 8 thread(s)"),
            throughput("list 100 contacts", "### list of 100, 8 thread(s)")));
  }

  private static Group throughput(String name, String heading) throws IOException {
    return new Group(
        name,
        withJson(heading).stream().map(row -> bar(row, Table.number(row.get(1)), "")).toList());
  }

  static String start() throws IOException {
    return BarChart.draw(
        "First answer of a fresh JVM",
        "ms, over TLS; shorter is better",
        List.of(
            start("as it is", "### First answer of a fresh JVM, TLS"),
            start(
                "with a class archive (AppCDS)",
                "### First answer of a fresh JVM, TLS, with AppCDS")));
  }

  private static Group start(String name, String heading) throws IOException {
    return new Group(
        name,
        withJson(heading).stream().map(row -> bar(row, Table.number(row.get(1)), " ms")).toList());
  }

  /** Without the two that read no JSON; the tables have them. */
  private static List<List<String>> withJson(String heading) throws IOException {
    return Table.of(PAGE, heading, "stack").rows().stream()
        .filter(row -> !row.get(0).startsWith("raw "))
        .toList();
  }

  private static Bar bar(List<String> row, double value, String unit) {
    String name = row.get(0);
    String color = name.equals("this SDK") ? "ours" : "other";
    return new Bar(name, value, "%,.0f".formatted(value) + unit, color);
  }
}

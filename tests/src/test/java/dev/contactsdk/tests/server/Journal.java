package dev.contactsdk.tests.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What happened at a server, in order. */
public final class Journal {
  /** Whether a request arrived or its answer was written. */
  public enum Kind {
    ARRIVED,
    DONE
  }

  /** An entry: when on the server's clock, what, and of which request. */
  public record Entry(long nanos, Kind kind, Request request) {}

  private final List<Entry> entries = new ArrayList<>();
  private int connections;
  private int lateRequests;
  private int closed;

  synchronized int newConnection() {
    return ++connections;
  }

  synchronized void add(long nanos, Kind kind, Request request) {
    entries.add(new Entry(nanos, kind, request));
    notifyAll();
  }

  synchronized void closed() {
    closed++;
    notifyAll();
  }

  synchronized void late() {
    lateRequests++;
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  public synchronized int connections() {
    return connections;
  }

  /** How many requests came on connections that the server had ended. */
  public synchronized int lateRequests() {
    return lateRequests;
  }

  public List<Request> arrived() {
    return arrived(request -> true);
  }

  public List<Request> arrived(Predicate<Request> which) {
    return entries().stream()
        .filter(entry -> entry.kind() == Kind.ARRIVED && which.test(entry.request()))
        .map(Entry::request)
        .toList();
  }

  public int writes() {
    return arrived(Request::isWrite).size();
  }

  public int reads() {
    return arrived(request -> !request.isWrite()).size();
  }

  /** Returns when so many requests have been dealt with. */
  public synchronized void awaitDone(int count) throws InterruptedException {
    while (entries.stream().filter(entry -> entry.kind() == Kind.DONE).count() < count) {
      wait();
    }
  }

  /** Returns when so many requests have arrived. */
  public synchronized void awaitArrived(int count) throws InterruptedException {
    while (entries.stream().filter(entry -> entry.kind() == Kind.ARRIVED).count() < count) {
      wait();
    }
  }

  /** Returns when so many connections are over on both sides. */
  public synchronized void awaitClosed(int count) throws InterruptedException {
    while (closed < count) {
      wait();
    }
  }
}

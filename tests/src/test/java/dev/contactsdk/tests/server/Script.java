package dev.contactsdk.tests.server;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** What becomes of each request, in the order of arrival; {@link Behaviour#normal()} at the end. */
public final class Script implements Director {
  private final Queue<Behaviour> writes = new ArrayDeque<>();
  private final Queue<Behaviour> reads = new ArrayDeque<>();

  public synchronized void writes(Behaviour... next) {
    writes.addAll(List.of(next));
  }

  public synchronized void reads(Behaviour... next) {
    reads.addAll(List.of(next));
  }

  @Override
  public synchronized Behaviour direct(Request request) {
    Behaviour next = (request.isWrite() ? writes : reads).poll();
    return next == null ? Behaviour.normal() : next;
  }
}

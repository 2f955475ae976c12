package dev.contactsdk.tests.server;

import java.io.IOException;

/** A request that waits for what becomes of it. */
public final class Exchange {
  private final Request request;
  private final Connection connection;
  private final Backend backend;

  Exchange(Request request, Connection connection, Backend backend) {
    this.request = request;
    this.connection = connection;
    this.backend = backend;
  }

  public Request request() {
    return request;
  }

  public Connection connection() {
    return connection;
  }

  /** Lets the vendor do what was asked for. */
  public Answer carryOut() {
    synchronized (backend) {
      return backend.handle(request);
    }
  }

  /** The same, with something that happens at the vendor just before. */
  public Answer carryOut(Runnable before) {
    synchronized (backend) {
      before.run();
      return backend.handle(request);
    }
  }

  public void reply(Answer answer) throws IOException {
    connection.write(answer);
  }
}

package dev.contactsdk.sandbox.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The options of both sandboxes. */
public abstract class Options {

  public int port;
  public InstantSource clock = Clock.systemUTC();
  public PagingRules paging;
  public int rateLimit;
  public Duration rateWindow = Duration.ofMinutes(1);
  public LimitWords limitAnswer = LimitWords.DOCUMENTED;
  public int keptRequests = 1000;
  public @Nullable SSLContext tls;
  public boolean dateHeader;
  public boolean zonelessTimes;

  public Options(PagingRules paging) {
    this.paging = paging;
  }

  public Options(Options from) {
    port = from.port;
    clock = from.clock;
    paging = from.paging;
    rateLimit = from.rateLimit;
    rateWindow = from.rateWindow;
    limitAnswer = from.limitAnswer;
    keptRequests = from.keptRequests;
    tls = from.tls;
    dateHeader = from.dateHeader;
    zonelessTimes = from.zonelessTimes;
  }
}

package dev.contactsdk.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What both sandboxes can be told before they start. */
abstract class Options {

  int port;
  InstantSource clock = Clock.systemUTC();
  Paging paging;
  int rateLimit;
  Duration rateWindow = Duration.ofMinutes(1);
  LimitAnswer limitAnswer = LimitAnswer.DOCUMENTED;
  int keptRequests = 1000;
  @Nullable SSLContext tls;

  Options(Paging paging) {
    this.paging = paging;
  }

  Options(Options from) {
    port = from.port;
    clock = from.clock;
    paging = from.paging;
    rateLimit = from.rateLimit;
    rateWindow = from.rateWindow;
    limitAnswer = from.limitAnswer;
    keptRequests = from.keptRequests;
    tls = from.tls;
  }
}

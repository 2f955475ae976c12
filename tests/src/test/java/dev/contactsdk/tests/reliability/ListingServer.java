package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A list server of random habits and faults, all decided by its seed. */
final class ListingServer implements PageSource<String> {
  /** How it finds its pages. */
  enum Style {
    OFFSET,
    PAGE,
    IGNORED
  }

  /** What happens to the rows between two requests. */
  private enum Change {
    NONE,
    COME_AND_GO,
    TOUCH_TO_END,
    TOUCH_TO_FRONT,
    TOUCH_TO_EITHER,
    ANY,
    SHUFFLE_TIES
  }

  private static final int MOST_REQUESTS = 1000;
  private static final int LAST_CHANGE = 60;

  final int limit;
  final Set<String> stable = new HashSet<>();
  final Set<String> arrived = new HashSet<>();
  final Set<Integer> failing = new HashSet<>();
  private final SplittableRandom random;
  private final Style style;
  private final int size;
  private final boolean tellsPlace;
  private final boolean tellsLimit;
  private final boolean tellsTotal;
  private final boolean tellsPages;
  private final boolean tellsMore;
  private final List<String> rows = new ArrayList<>();
  private int emptyPage;
  private int repeatedPage;
  private int circleAfter;
  private int totalError;
  private Boolean constantMore;
  private Change kind = Change.NONE;
  private int changesPerRequest;
  private int ties;
  private int serial;
  private int requests;
  private boolean deleted;
  private boolean inserted;
  private boolean moved;

  /** A server that keeps still and tells the truth, as far as it tells something. */
  ListingServer(long seed) {
    random = new SplittableRandom(seed);
    limit = 1 + random.nextInt(random.nextBoolean() ? 4 : 12);
    size = random.nextInt(4) == 0 ? 1 + random.nextInt(limit + limit / 2) : limit;
    style = random.nextInt(12) == 0 ? Style.IGNORED : Style.values()[random.nextInt(2)];
    boolean wholePages = random.nextInt(6) == 0;
    int count = wholePages ? limit * random.nextInt(6) : random.nextInt(60);
    boolean nothing = random.nextInt(10) == 0;
    tellsPlace = !nothing && random.nextInt(4) > 0;
    tellsLimit = !nothing && random.nextInt(3) > 0;
    boolean noEnd = nothing || random.nextInt(8) == 0;
    tellsTotal = !noEnd && random.nextInt(4) > 0;
    tellsPages = !noEnd && random.nextInt(3) == 0;
    tellsMore = !noEnd && (random.nextInt(2) == 0 || !(tellsTotal || tellsPages));
    IntStream.range(0, count).forEach(i -> add(i));
    stable.addAll(rows);
  }

  /** With one fault at most. */
  ListingServer withFault() {
    switch (random.nextInt(9)) {
      case 0 -> emptyPage = 2 + random.nextInt(3);
      case 1 -> repeatedPage = 2 + random.nextInt(3);
      case 2 -> circleAfter = 1 + random.nextInt(4);
      case 3 -> totalError = 1 + random.nextInt(20);
      case 4 -> totalError = -1 - random.nextInt(20);
      case 5 -> constantMore = random.nextBoolean();
      default -> emptyPage = 0;
    }
    return this;
  }

  /** With rows that come and go between any two requests. */
  ListingServer withChanges() {
    return changing(Change.COME_AND_GO);
  }

  /** Sorted by the time of the last change: a row that is changed moves to the end or the front. */
  ListingServer withTouches() {
    return switch (random.nextInt(3)) {
      case 0 -> changing(Change.TOUCH_TO_END);
      case 1 -> changing(Change.TOUCH_TO_FRONT);
      default -> changing(Change.TOUCH_TO_EITHER);
    };
  }

  /** With rows that come, go and move. */
  ListingServer withAllChanges() {
    return changing(Change.ANY);
  }

  /** Sorted by something that several rows have in common: their order is another each time. */
  ListingServer withUnstableSorting() {
    ties = 2 + random.nextInt(random.nextInt(4) == 0 ? 20 : 3);
    kind = Change.SHUFFLE_TIES;
    changesPerRequest = 1;
    return this;
  }

  private ListingServer changing(Change change) {
    kind = change;
    changesPerRequest = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 2);
    return this;
  }

  private void add(int at) {
    rows.add(at, "r" + serial++);
  }

  private void change() {
    if (changesPerRequest == 0 || requests == 1 || requests > LAST_CHANGE) {
      return;
    }
    for (int i = random.nextInt(changesPerRequest + 1); i > 0; i--) {
      switch (kind) {
        case NONE -> {}
        case COME_AND_GO -> comeOrGo();
        case TOUCH_TO_END -> touch(rows.size());
        case TOUCH_TO_FRONT -> touch(0);
        case TOUCH_TO_EITHER -> touch(random.nextBoolean() ? 0 : rows.size());
        case ANY -> any();
        case SHUFFLE_TIES -> shuffle();
      }
    }
  }

  private void any() {
    if (random.nextInt(3) == 0) {
      touch(random.nextBoolean() ? 0 : rows.size());
    } else {
      comeOrGo();
    }
  }

  private void comeOrGo() {
    if (random.nextBoolean() && !rows.isEmpty()) {
      stable.remove(rows.remove(random.nextInt(rows.size())));
      deleted = true;
    } else {
      add(random.nextBoolean() ? rows.size() : random.nextInt(rows.size() + 1));
      inserted = true;
    }
  }

  private void touch(int to) {
    if (!rows.isEmpty()) {
      String row = rows.remove(random.nextInt(rows.size()));
      rows.add(Math.min(to, rows.size()), row);
      moved = true;
    }
  }

  private void shuffle() {
    moved = true;
    for (int from = 0; from < rows.size(); from += ties) {
      List<String> tie = rows.subList(from, Math.min(rows.size(), from + ties));
      for (int i = tie.size(); i > 1; i--) {
        Collections.swap(tie, i - 1, random.nextInt(i));
      }
    }
  }

  synchronized int requests() {
    return requests;
  }

  @Override
  public String operation() {
    return "test.list";
  }

  @Override
  public String id(String row) {
    return row;
  }

  @Override
  public synchronized ApiResponse<PageAnswer<String>> fetch(PageRequest asked, CallScope scope) {
    requests++;
    if (requests > MOST_REQUESTS) {
      throw new IllegalStateException("is read for ever: " + this);
    }
    if (failing.remove(requests)) {
      throw new CallTimeoutException(Failure.notSent(operation()), "scripted", null);
    }
    change();
    long start =
        switch (style) {
          case OFFSET -> asked.offset();
          case PAGE -> (Math.max(1, asked.page()) - 1) * size;
          case IGNORED -> 0;
        };
    PageAnswer<String> answer = answer(start);
    arrived.addAll(answer.items());
    return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
  }

  private PageAnswer<String> answer(long start) {
    long page = start / size + 1;
    long from = page == repeatedPage ? Math.max(0, start - size) : start;
    from = circleAfter > 0 && page > circleAfter ? (page - 1) % circleAfter * size : from;
    long hole = emptyPage == 0 ? Long.MAX_VALUE : (emptyPage - 1L) * size;
    long slots = rows.size() + (hole < rows.size() ? size : 0L);
    boolean more = constantMore == null ? start + size < slots : constantMore;
    long total = Math.max(0, rows.size() + totalError);
    return new PageAnswer<>(
        sent(from, hole),
        tellsPlace && style != Style.PAGE ? Long.valueOf(start) : null,
        tellsPlace && style == Style.PAGE ? Long.valueOf(page) : null,
        tellsLimit ? Long.valueOf(size) : null,
        tellsTotal ? Long.valueOf(total) : null,
        tellsPages ? Long.valueOf((total + size - 1) / size) : null,
        tellsMore ? Boolean.valueOf(more) : null);
  }

  /** An empty page loses no row: those after it are found one page further on. */
  private List<String> sent(long from, long hole) {
    List<String> sent = new ArrayList<>();
    for (long i = from; i < from + size; i++) {
      long row = i < hole ? i : i - size;
      if (row < rows.size() && (i < hole || i >= hole + size)) {
        sent.add(rows.get((int) row));
      }
    }
    return sent;
  }

  /** Whether it finds its pages by the number of rows before them. */
  boolean countsRows() {
    return style == Style.OFFSET;
  }

  /** Whether it sends fewer or more rows than asked for and says nothing: like a whole list. */
  boolean looksUnpaged() {
    boolean tellsPaging = tellsPlace || tellsLimit || tellsTotal || tellsPages || tellsMore;
    boolean again = repeatedPage == 2 || circleAfter == 1 || inserted || moved;
    return (style == Style.IGNORED || again) && size != limit && !tellsPaging;
  }

  /**
   * Whether a loss on this server cannot be told from an honest server's answers; each case is
   * described in docs/reliability.md.
   */
  boolean mayLoseInSilence() {
    boolean pageMoved = style == Style.PAGE && deleted && (inserted || moved || !tellsTotal);
    boolean rowMoved = style == Style.OFFSET && deleted && moved;
    boolean tinyPages = deleted && size == 1;
    boolean looksLikeRows = style == Style.PAGE && !tellsPlace && (inserted || moved);
    boolean isSmall = Math.min(size, limit) <= 3;
    boolean looksLikePages = style == Style.OFFSET && !tellsPlace && deleted && isSmall;
    boolean emptyEnd = emptyPage > 0 && !tellsTotal && !tellsMore;
    boolean lowTotal = style == Style.IGNORED && (totalError < 0 || deleted);
    boolean falseEnd = Boolean.FALSE.equals(constantMore) && !tellsTotal && size < limit;
    boolean silentClamp = size < limit && !tellsLimit && totalError < 0;
    boolean looksEnded = emptyEnd || lowTotal || falseEnd || silentClamp || looksUnpaged();
    boolean unseenStyle = looksLikeRows || looksLikePages;
    return pageMoved || rowMoved || tinyPages || unseenStyle || looksEnded;
  }

  /** What the server is like, for a failing test. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(style + " limit " + limit + " size " + size);
    text.append(" rows ").append(rows.size()).append(" tells");
    text.append(tellsPlace ? " place" : "").append(tellsLimit ? " limit" : "");
    text.append(tellsTotal ? " total" : "").append(tellsPages ? " pages" : "");
    text.append(tellsMore ? " more" : "").append("; empty ").append(emptyPage);
    text.append(" repeated ").append(repeatedPage).append(" circle ").append(circleAfter);
    text.append(" ").append(kind).append(moved ? " moved" : "");
    text.append(" totalError ").append(totalError).append(" more ").append(constantMore);
    return text.append(" changes ").append(changesPerRequest).toString();
  }
}

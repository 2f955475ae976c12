package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.Progress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, a new one for each step. */
final class ProgressBars implements ProgressDisplay {
  private static final int UNKNOWN_TOTAL = -1;

  private final ProgressBarStyle style;
  private final int width = Terminal.width();
  private @Nullable ProgressBar bar;
  private Progress.@Nullable Step step;

  ProgressBars(boolean colours) {
    this.style = colours ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK;
  }

  @Override
  public void accept(Progress progress) {
    ProgressBar shown = barOf(progress.step());
    Long total = progress.total();
    shown.maxHint(total == null ? UNKNOWN_TOTAL : total);
    shown.stepTo(progress.done());
    shown.setExtraMessage(ProgressText.details(progress));
  }

  /** The bar writes over itself, so it needs the terminal itself. */
  @SuppressWarnings("SystemOut")
  private ProgressBar barOf(Progress.Step wanted) {
    ProgressBar shown = bar;
    if (shown == null || step != wanted) {
      close();
      shown =
          new ProgressBarBuilder()
              .setTaskName(ProgressText.title(wanted))
              .setInitialMax(UNKNOWN_TOTAL)
              .setStyle(style)
              .hideEta()
              .setConsumer(new ConsoleProgressBarConsumer(System.err, width))
              .build();
      bar = shown;
      step = wanted;
    }
    return shown;
  }

  @Override
  public void close() {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.close();
      bar = null;
    }
  }
}

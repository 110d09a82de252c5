package dev.backstep.ui.common;

import dev.backstep.training.session.Notice;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The notices of what was done, which go after a while, and of refusals, which stay. */
public final class Notices {
  /** The seconds that a notice is shown. */
  private static final double SAID = 5;

  private final Texts texts;
  private final NoticeBoard board;
  private double said;

  public Notices(Texts texts, NoticeBoard board) {
    this.texts = texts;
    this.board = board;
  }

  public Notice saved(Path file) {
    return new Notice(false, texts.of("common.saved", file.toString()));
  }

  public Notice notSaved(Path file, IOException cause) {
    return new Notice(true, new NotWritten(texts).sentence(file, cause));
  }

  public void copied(String what) {
    tell(new Notice(false, texts.of("common.copied", what)));
  }

  /** Says something in the notice bar; that something was done only for a while. */
  public void tell(Notice notice) {
    board.tell(notice);
    said = notice.isRefusal() ? 0 : SAID;
  }

  /** No longer says it, if it is still what is said. */
  public void takeBack(@Nullable Notice notice) {
    if (notice != null && board.noticeProperty().get() == notice) {
      board.dismissNotice();
    }
  }

  /** No longer says that something was done. */
  public void dismiss() {
    if (said > 0) {
      said = 0;
      board.dismissNotice();
    }
  }

  /** Lets time pass. */
  public void tick(double seconds) {
    if (said > 0 && said <= seconds) {
      dismiss();
    }
    said = Math.max(0, said - seconds);
  }
}

package dev.backstep.ui.common;

import dev.backstep.training.session.Notice;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Where the newest thing to tell the user stands. */
public interface NoticeBoard {
  void tell(Notice notice);

  void dismissNotice();

  /** The newest thing to tell the user; null if there is none. */
  ReadOnlyObjectProperty<Notice> noticeProperty();
}

package dev.backstep.ui.common;

import dev.backstep.training.session.Notice;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The place of the newest notice to the user. */
public interface NoticeBoard {
  void tell(Notice notice);

  void dismissNotice();

  /** The newest thing to tell the user; null if there is none. */
  ReadOnlyObjectProperty<Notice> noticeProperty();
}

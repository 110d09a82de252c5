package dev.backstep.ui.shell;

import dev.backstep.training.session.Notice;
import dev.backstep.ui.run.SessionViewModel;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The band that says what was done, passed over or refused, until it is dismissed. */
public final class NoticeController {
  private static final PseudoClass REFUSAL = PseudoClass.getPseudoClass("refusal");

  private final MainViewModel main;

  @FXML private HBox noticeBar;
  @FXML private FontIcon noticeIcon;
  @FXML private Label noticeText;

  public NoticeController(MainViewModel main) {
    this.main = main;
  }

  @FXML
  private void initialize() {
    sessions()
        .forEach(each -> each.noticeProperty().addListener((property, before, now) -> show(now)));
    show(null);
  }

  private void show(@Nullable Notice notice) {
    noticeBar.setVisible(notice != null);
    noticeBar.setManaged(notice != null);
    if (notice != null) {
      noticeText.setText(notice.text());
      noticeIcon.setIconLiteral(notice.isRefusal() ? "fth-alert-triangle" : "fth-info");
      noticeBar.pseudoClassStateChanged(REFUSAL, notice.isRefusal());
    }
  }

  @FXML
  private void dismissNotice() {
    sessions().forEach(SessionViewModel::dismissNotice);
  }

  private List<SessionViewModel> sessions() {
    return main.screens().sessions();
  }
}

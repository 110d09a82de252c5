package dev.backstep.ui.shares;

import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of a picture with a time axis: what the bars of a pinned number are, and the bars. */
public final class ShareRow extends HBox {
  private final Texts texts;
  private final ShareStrip strip;
  private final Label title = new Label();
  private final Label kind = new Label();

  public ShareRow(TimeAxis axis, Texts texts) {
    this.texts = texts;
    strip = new ShareStrip(axis, texts);
    getStyleClass().add("share-row");
    title.getStyleClass().addAll("quantity-title", "mono");
    kind.getStyleClass().add("hint");
    kind.setWrapText(true);
    VBox words = new VBox(title, kind);
    words.getStyleClass().add("gutter");
    HBox.setHgrow(strip, Priority.ALWAYS);
    getChildren().addAll(words, strip);
    strip.madeProperty().addListener((property, before, now) -> show(now));
    show(null);
  }

  private void show(@Nullable Composition made) {
    boolean isShown = made != null && made.parts().length > 0;
    setVisible(isShown);
    setManaged(isShown);
    if (made != null) {
      title.setText(texts.of("shares.title"));
      kind.setText(texts.of("shares.kind." + made.kind().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** The bars. */
  public ShareStrip strip() {
    return strip;
  }
}

package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.math.Combined;
import dev.backstep.math.FirstRows;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.CaptionedMap;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.parts.PairRows;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The picture of the row of the grid that is looked at: a quantity as it is right, as it is wrong
 * and the difference, over time; what a cell adds to a gradient as three matrices, at the cursor.
 */
final class LabStrips {
  private static final double MATRIX_HEIGHT = 130;
  private static final List<String> SHARE_PARTS =
      List.of("lab.share.right", "lab.share.wrong", "lab.share.difference");
  private static final List<String> PARTS =
      List.of("lab.strip.right", "lab.strip.wrong", "lab.strip.difference");

  private final BugLabViewModel lab;
  private final Texts texts;
  private final LabWords words;
  private final ObservableValue<Notation> notation;
  private final TimeAxis axis;
  private final VBox box;
  private final Consumer<String> read;
  private final Map<Vector, PairRows> rows = new LinkedHashMap<>();
  private final List<CaptionedMap> maps;
  private final Label shareName = new Label();
  private final HBox shares = new HBox();

  /**
   * @param box is filled
   * @param read told in words what is pointed at
   */
  LabStrips(
      BugLabViewModel lab,
      LabWords words,
      ObservableValue<Notation> notation,
      TimeAxis axis,
      VBox box,
      Consumer<String> read) {
    this.lab = lab;
    this.words = words;
    texts = words.texts();
    this.notation = notation;
    this.axis = axis;
    this.box = box;
    this.read = read;
    maps = List.of(map("right"), map("wrong"), map("difference"));
    shares.getStyleClass().add("lab-shares");
    shareName.getStyleClass().addAll("gutter", "quantity-title", "mono");
    shareName.setWrapText(true);
    shares.getChildren().add(shareName);
    shares.getChildren().addAll(maps);
  }

  private CaptionedMap map(String part) {
    CaptionedMap map = new CaptionedMap("lab-share-" + part, MATRIX_HEIGHT);
    map.map().wordsProperty().addListener((property, before, now) -> read.accept(now));
    return map;
  }

  void show(FaultEffect examination) {
    CheckedQuantity checked = lab.rowProperty().get();
    box.getChildren().clear();
    if (checked.isShare()) {
      box.getChildren().add(shares);
      showShare(examination, checked);
    } else {
      Vector quantity = checked.quantity();
      PairRows shown = rows.computeIfAbsent(quantity, this::rowsOf);
      shown.addTo(box);
      MatrixView between =
          minus(examination.wrong().values(quantity), examination.right().values(quantity));
      shown.show(quantity, examination.right(), examination.wrong(), between);
      shown.setCursor(lab.cursor().timestepProperty().get());
    }
  }

  /** The wrong trace may be the longer one. */
  private static MatrixView minus(MatrixView wrong, MatrixView right) {
    return Combined.difference(new FirstRows(wrong, right.rows()), right);
  }

  private PairRows rowsOf(Vector quantity) {
    List<String> names = PARTS.stream().map(key -> texts.of(key, quantity.symbol())).toList();
    PairRows made = new PairRows(texts, axis, "lab-" + quantity.symbol(), names);
    made.setOnRead(read);
    made.setOnPick(lab.cursor()::goTo);
    return made;
  }

  private void showShare(FaultEffect examination, CheckedQuantity checked) {
    int t = lab.cursor().timestepProperty().get();
    MatrixView right = checked.of(examination.right(), t);
    MatrixView wrong = checked.of(examination.wrong(), t);
    List<MatrixView> shown = List.of(right, wrong, minus(wrong, right));
    shareName.setText(texts.of("lab.share.at", words.row(checked, notation.getValue()), t));
    double limit = shown.stream().mapToDouble(MatrixView::maxAbs).max().orElse(1);
    for (int i = 0; i < shown.size(); i++) {
      MatrixView values = shown.get(i);
      String name = texts.of(PARTS.get(i), words.row(checked, notation.getValue()));
      maps.get(i).map().limitProperty().set(limit);
      maps.get(i).map().valuesProperty().set(values);
      maps.get(i).map().setNames(names(examination.right(), checked, name));
      String largest = Numbers.three(values.maxAbs());
      maps.get(i).say(texts.of(SHARE_PARTS.get(i), largest), name);
    }
  }

  private HeatmapNames names(Trace trace, CheckedQuantity checked, String name) {
    return HeatmapNames.ofParameter(
        texts, trace, notation.getValue(), name + " ", checked.parameter());
  }
}

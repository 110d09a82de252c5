package dev.backstep.ui.chart;

import java.util.function.LongConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Going back on a {@link LossChart}: how far, what is marked, and the action that goes there. */
public final class ChartTravel {
  private final IntegerProperty reach = new SimpleIntegerProperty(this, "reach");
  private final IntegerProperty epochLength = new SimpleIntegerProperty(this, "epochLength");
  private final ObservableList<ChartMark> marks = FXCollections.observableArrayList();
  private @Nullable LongConsumer onGoTo;

  ChartTravel() {}

  /** The last update that can be gone to; the chart reaches at least so far. */
  public IntegerProperty reachProperty() {
    return reach;
  }

  /** The updates of an epoch, whose beginnings have ticks; 0 for none. */
  public IntegerProperty epochLengthProperty() {
    return epochLength;
  }

  /** The marks above the curve. */
  public ObservableList<ChartMark> marks() {
    return marks;
  }

  /** The action that goes to an update, which was pointed at or chosen by key. */
  public void setOnGoTo(LongConsumer wish) {
    onGoTo = wish;
  }

  boolean isPossible() {
    return onGoTo != null;
  }

  void ask(int update) {
    if (onGoTo != null) {
      onGoTo.accept(update);
    }
  }
}

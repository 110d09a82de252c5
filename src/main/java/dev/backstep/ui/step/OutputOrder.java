package dev.backstep.ui.step;

import dev.backstep.math.MatrixView;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The order in which the characters stand below one another in O, and how many of them. It is the
 * same for all timesteps, so that a row is one character all along.
 */
public final class OutputOrder {
  /** Every character. */
  public static final int ALL = 0;

  private final BooleanProperty byProbability = new SimpleBooleanProperty();
  private final IntegerProperty top = new SimpleIntegerProperty(ALL);

  /**
   * The characters' ids from top to bottom. The most probable are those of one timestep; which of
   * equally probable ones comes first does not depend on chance: the smaller id.
   *
   * @param probabilities (T, V)
   * @param timestep −1 where the probabilities are not to be seen yet: all stand by id
   */
  public int[] ids(MatrixView probabilities, int timestep) {
    int vocabulary = probabilities.cols();
    if (timestep < 0) {
      return IntStream.range(0, vocabulary).toArray();
    }
    int count = top.get() == ALL ? vocabulary : Math.min(top.get(), vocabulary);
    IntStream byId = IntStream.range(0, vocabulary);
    if (!byProbability.get() && count == vocabulary) {
      return byId.toArray();
    }
    int[] best =
        byId.boxed()
            .sorted(Comparator.comparingDouble(id -> -probabilities.get(timestep, id)))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    return byProbability.get() ? best : IntStream.of(best).sorted().toArray();
  }

  /** Whether the order can be another one at another timestep. */
  public boolean followsCursor() {
    return byProbability.get() || top.get() != ALL;
  }

  /** The most probable first, at the cursor; else by id. */
  public BooleanProperty byProbabilityProperty() {
    return byProbability;
  }

  /** The number of most probable ones shown; {@link #ALL} for all. */
  public IntegerProperty topProperty() {
    return top;
  }
}

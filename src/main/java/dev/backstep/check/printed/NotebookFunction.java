package dev.backstep.check.printed;

import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function that the notebook "Building your Recurrent Neural Network, step by step" has its
 * readers write, and calls with inputs of a seed: 3 inputs, 5 units, 10 sequences.
 */
public enum NotebookFunction {
  /** One cell of the plain net. */
  RNN_CELL_BACKWARD("rnn_cell_backward", Vanilla.NET, 1),

  /** The plain net over four timesteps. */
  RNN_BACKWARD("rnn_backward", Vanilla.NET, 4),

  /** One cell of the LSTM. */
  LSTM_CELL_BACKWARD("lstm_cell_backward", Lstm.NET, 1),

  /** The LSTM over four timesteps. */
  LSTM_BACKWARD("lstm_backward", Lstm.NET, 4);

  static final int INPUTS = 3;
  static final int UNITS = 5;
  static final int SEQUENCES = 10;

  private final String title;
  private final Net net;
  private final int timesteps;
  private final Map<String, List<Integer>> gradients;

  NotebookFunction(String title, Net ofCell, int timesteps) {
    this.title = title;
    net = Nets.of(Input.REAL, ofCell.cell(), Head.NONE, false);
    this.timesteps = timesteps;
    gradients = Collections.unmodifiableMap(shapes(net, timesteps));
  }

  private static Map<String, List<Integer>> shapes(Net net, int timesteps) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    boolean isLstm = isLstm(net);
    if (timesteps == 1) {
      shapes.put("dxt", List.of(INPUTS, SEQUENCES));
      shapes.put("da_prev", List.of(UNITS, SEQUENCES));
    } else {
      shapes.put("dx", List.of(INPUTS, SEQUENCES, timesteps));
      shapes.put("da0", List.of(UNITS, SEQUENCES));
    }
    if (isLstm && timesteps == 1) {
      shapes.put("dc_prev", List.of(UNITS, SEQUENCES));
    }
    if (isLstm) {
      for (String gate : List.of("f", "i", "c", "o")) {
        shapes.put("dW" + gate, List.of(UNITS, UNITS + INPUTS));
        shapes.put("db" + gate, List.of(UNITS, 1));
      }
    } else {
      shapes.put("dWax", List.of(UNITS, INPUTS));
      shapes.put("dWaa", List.of(UNITS, UNITS));
      shapes.put("dba", List.of(UNITS, 1));
    }
    return shapes;
  }

  /** What it is called in the notebook. */
  public String title() {
    return title;
  }

  /** The net that it is the backward pass of. */
  public Net net() {
    return net;
  }

  /** What it and the function of its cell call weights, gradients and vectors. */
  public Notation notation() {
    return NotebookNames.of(this);
  }

  private static boolean isLstm(Net net) {
    return net.states().contains(Lstm.C);
  }

  /** Whether it is of the LSTM and not of the plain net. */
  boolean isLstm() {
    return isLstm(net);
  }

  /** How many timesteps it goes back. */
  int timesteps() {
    return timesteps;
  }

  /** Whether it is one cell and not a sequence. */
  boolean isCell() {
    return timesteps == 1;
  }

  /** The function that goes back through several such cells; none if this one does. */
  public Optional<NotebookFunction> overTime() {
    return switch (this) {
      case RNN_CELL_BACKWARD -> Optional.of(RNN_BACKWARD);
      case LSTM_CELL_BACKWARD -> Optional.of(LSTM_BACKWARD);
      default -> Optional.empty();
    };
  }

  /** The names of what it returns. */
  Set<String> gradients() {
    return gradients.keySet();
  }

  /** Whether a gradient that it returns is that of a weight, and not of an input or a state. */
  boolean isOfWeight(String gradient) {
    return gradient.startsWith("dW") || gradient.startsWith("db");
  }

  /** The shape of a gradient that it returns. */
  Optional<List<Integer>> shape(String gradient) {
    return Optional.ofNullable(gradients.get(gradient));
  }

  /** What the notebook calls it with; where it has been changed, each that there was. */
  List<NotebookInputs> inputs() {
    return this == RNN_CELL_BACKWARD
        ? List.of(NotebookInputs.of(this), NotebookInputs.withEarlierBias())
        : List.of(NotebookInputs.of(this));
  }
}

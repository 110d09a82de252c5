package dev.backstep.ui.flow;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Truncation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.FlowPaths;
import dev.backstep.trace.flow.Spectrum;
import dev.backstep.trace.flow.StateJacobian;
import dev.backstep.trace.flow.StatePropagation;
import dev.backstep.trace.flow.TruncationError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is told beside the triangle: of the weights, of a pair of states, and by which paths the
 * gradient of one loss comes. All of it is computed on other threads, and {@link #poll} takes it.
 */
final class FlowAsides {
  private record PairOf(Trace trace, StatePair pair) {}

  private record PathsOf(Trace trace, int loss, Vector state) {}

  /** The eigenvalues of a recurrent weight; empty where there are none to be had. */
  record SpectrumOf(Weight weight, Optional<Spectrum> spectrum) {}

  /** The singular values of a pair from the largest; empty where there are none to be had. */
  record PairValues(StatePair pair, Optional<double[]> values) {}

  private record CutOf(Trace trace, Truncation truncation) {}

  /** What truncation keeps of the gradient of each recurrent weight. */
  record CutErrors(Truncation truncation, Map<String, TruncationError> errors) {}

  /** The cells of the sequence that was asked about last, for the thread of one question. */
  private static final class LastCells {
    private @Nullable Trace of;
    private @Nullable StatePropagation cells;

    StatePropagation of(Trace trace) {
      if (of != trace || cells == null) {
        of = trace;
        cells = new StatePropagation(trace.example());
      }
      return cells;
    }
  }

  private final LastCells ofPairs = new LastCells();
  private final LastCells ofPaths = new LastCells();
  private final LatestAnswer<Trace, List<SpectrumOf>> spectra =
      new LatestAnswer<>(FlowAsides::spectra);
  private final LatestAnswer<PairOf, PairValues> pairs = new LatestAnswer<>(this::values);
  private final LatestAnswer<PathsOf, FlowPaths> wantedPaths =
      new LatestAnswer<>(
          of -> FlowPaths.of(of.trace(), ofPaths.of(of.trace()), of.loss(), of.state()));
  private final LatestAnswer<CutOf, CutErrors> cuts = new LatestAnswer<>(FlowAsides::errors);
  private final ReadOnlyObjectWrapper<@Nullable CutErrors> cutErrors =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<SpectrumOf>> spectrum =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<PairValues> pairValues = new ReadOnlyObjectWrapper<>();
  private @Nullable PathsOf asked;
  private @Nullable FlowPaths paths;

  /** Asks about the weights of a sequence; of none there is nothing to tell. */
  void askForSpectra(@Nullable Trace of) {
    if (of == null) {
      spectra.forget();
      spectrum.set(List.of());
    } else {
      spectra.ask(of);
    }
  }

  /** Asks about a pair of states. */
  void askForPair(@Nullable Trace of, StatePair pair) {
    if (of == null) {
      pairs.forget();
      pairValues.set(null);
    } else {
      pairs.ask(new PairOf(of, pair));
    }
  }

  /** Asks about the paths of a loss, where there are several. */
  void askForPaths(@Nullable Trace of, int loss, Vector state) {
    if (of == null || FlowPaths.of(of.net(), state).size() < 2) {
      wantedPaths.forget();
      asked = null;
      paths = null;
    } else {
      asked = new PathsOf(of, loss, state);
      wantedPaths.ask(asked);
    }
  }

  /** Asks what truncation keeps, where there is some. */
  void askForCut(@Nullable Trace of, Truncation truncation) {
    if (of == null || truncation.kind() == Truncation.Kind.NONE) {
      cuts.forget();
      cutErrors.set(null);
    } else {
      cuts.ask(new CutOf(of, truncation));
    }
  }

  private static CutErrors errors(CutOf of) {
    Example example = of.trace().example();
    Parameters whole = TruncationError.gradients(example, Truncation.NONE);
    Parameters cut = TruncationError.gradients(example, of.truncation());
    Map<String, TruncationError> errors = new HashMap<>();
    for (Weight weight : of.trace().net().recurrentWeights()) {
      errors.put(weight.name(), TruncationError.of(cut, whole, weight.name()));
    }
    return new CutErrors(of.truncation(), errors);
  }

  /** Takes what is finished; whether paths came. */
  boolean poll() {
    spectra.poll().ifPresent(spectrum::set);
    pairs.poll().ifPresent(pairValues::set);
    cuts.poll().ifPresent(cutErrors::set);
    Optional<FlowPaths> came = wantedPaths.poll();
    came.ifPresent(found -> paths = found);
    return came.isPresent();
  }

  /** Whether something is still being computed. */
  boolean isBusy() {
    return spectra.isBusy() || pairs.isBusy() || wantedPaths.isBusy() || cuts.isBusy();
  }

  private static List<SpectrumOf> spectra(Trace of) {
    List<SpectrumOf> all = new ArrayList<>();
    for (Weight weight : of.net().recurrentWeights()) {
      all.add(new SpectrumOf(weight, Spectrum.of(of.example().weights().get(weight.name()))));
    }
    return List.copyOf(all);
  }

  private PairValues values(PairOf of) {
    StatePair pair = of.pair();
    StatePropagation cells = ofPairs.of(of.trace());
    return new PairValues(pair, StateJacobian.singularValues(cells, pair.later(), pair.earlier()));
  }

  /** The paths of the loss that was asked for last; empty until they are known. */
  Optional<FlowPaths> paths() {
    PathsOf wanted = asked;
    return wanted == null
        ? Optional.empty()
        : Optional.ofNullable(paths)
            .filter(known -> known.loss() == wanted.loss() && known.state().equals(wanted.state()));
  }

  /** What the truncation that was asked about last keeps; null where none is known. */
  ReadOnlyObjectProperty<@Nullable CutErrors> cutErrorsProperty() {
    return cutErrors.getReadOnlyProperty();
  }

  /** Of every recurrent weight; empty before they are known. */
  ReadOnlyObjectProperty<List<SpectrumOf>> spectrumProperty() {
    return spectrum.getReadOnlyProperty();
  }

  /** Of the last pair of which they are known; null before there is any. */
  ReadOnlyObjectProperty<PairValues> pairValuesProperty() {
    return pairValues.getReadOnlyProperty();
  }
}

package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchSpecimen;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Truncation;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tries faults on the sequences of one text, on another thread than the screen's. What was asked
 * last is what is answered.
 */
final class BatchBench {
  /** What faults are tried on. */
  private record Specimens(BatchSpecimen unequal, BatchSpecimen equal, boolean areCut) {
    static Specimens of(Example example, List<Sequence> text) {
      LabSequences three = LabSequences.of(text);
      BatchSpecimen unequal =
          BatchSpecimen.of(
              new Batch(three.sequences().stream().map(example::on).toList(), Truncation.NONE));
      return new Specimens(unequal, unequal.equal(), three.areCut());
    }
  }

  /**
   * What was found of one fault.
   *
   * @param trace whose weights were taken
   * @param areCut whether the sequences are but the beginnings of those of the text
   */
  record Found(Trace trace, BatchEffect effect, boolean areCut) {}

  /** What was found of all, where lengths differ and where they are equal. */
  record Surveys(BatchSurvey unequal, BatchSurvey equal) {}

  private final Trace trace;
  private final CompletableFuture<Specimens> specimens;
  private @Nullable CompletableFuture<Surveys> surveyed;
  private @Nullable CompletableFuture<Found> tried;

  /** Begins to try all faults with the weights of a trace. */
  BatchBench(Trace trace, List<Sequence> text) {
    this.trace = trace;
    Example example = trace.example();
    specimens = CompletableFuture.supplyAsync(() -> Specimens.of(example, text));
    surveyed =
        specimens.thenApplyAsync(
            each -> new Surveys(BatchSurvey.of(each.unequal()), BatchSurvey.of(each.equal())));
  }

  /** Asks what one fault does. */
  void ask(BatchFault fault, boolean isEqual) {
    tried =
        specimens.thenApplyAsync(
            each ->
                new Found(
                    trace,
                    BatchEffect.of(fault, isEqual ? each.equal() : each.unequal()),
                    each.areCut()));
  }

  /** The answer to what was asked last, once, when it is there. */
  Optional<Found> found() {
    CompletableFuture<Found> answer = tried;
    if (answer == null || !answer.isDone()) {
      return Optional.empty();
    }
    tried = null;
    return Optional.of(answer.join());
  }

  /** How all faults show, once, when it is known. */
  Optional<Surveys> surveys() {
    CompletableFuture<Surveys> answer = surveyed;
    if (answer == null || !answer.isDone()) {
      return Optional.empty();
    }
    surveyed = null;
    return Optional.of(answer.join());
  }
}

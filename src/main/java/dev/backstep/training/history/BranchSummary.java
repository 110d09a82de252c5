package dev.backstep.training.history;

import dev.backstep.math.Series;
import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One branch of a run, for the screen. Its curve is that of its parent up to {@code start}, and its
 * own {@code losses} from there.
 *
 * @param number the first branch of a run is 0, every other is counted from there
 * @param parent the number of the branch that it left; −1 for the first
 * @param start the number of updates done where it left its parent
 * @param changes the changes of settings in it; one at {@code start} is why it left
 * @param losses nats per character of its updates from {@code start} on, as of now
 * @param heldOut its own held-out losses, from after {@code start} on
 * @param divergence where it stopped making finite numbers; null if it did not
 * @param steepest the update of its own with the largest norm of gradients; null before there is
 *     one
 */
public record BranchSummary(
    int number,
    int parent,
    long start,
    List<SettingsChange> changes,
    Series losses,
    List<HeldOutPoint> heldOut,
    @Nullable Divergence divergence,
    @Nullable Steepest steepest) {

  /** An update (the number of those done before it) and the norm of its gradients. */
  public record Steepest(long update, double gradientNorm) {}

  /** The content of a branch, to tell whether something happened since. */
  public record Content(
      long updates, List<SettingsChange> changes, @Nullable Divergence divergence) {}

  /** The content; equal to another if nothing happened in between. */
  public Content content() {
    return new Content(losses.size(), changes, divergence);
  }

  /** The number of updates after which it ends for now. */
  public long tip() {
    return start + losses.size();
  }
}

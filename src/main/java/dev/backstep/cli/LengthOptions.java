package dev.backstep.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the length of a run, of which one can be given. */
final class LengthOptions {
  /** The losses of more would not all fit into a session that can be opened again. */
  static final long MOST_UPDATES = 10_000_000;

  private static final long USUAL_EPOCHS = 20;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How long it trains, or goes on; 20 if nothing is given.")
  @MustBe("a whole number from 1 on that makes at most " + MOST_UPDATES + " updates")
  private @Nullable Long epochs;

  @Option(
      names = "--updates",
      paramLabel = "N",
      description = "The same as a number of updates, up to 10000000.")
  @MustBe("a whole number from 1 to " + MOST_UPDATES)
  private @Nullable Long updates;

  /**
   * The number of updates.
   *
   * @param epochLength the number of updates in an epoch
   * @throws IllegalArgumentException if it is out of its range
   */
  long updates(int epochLength) {
    long most = Math.max(1, MOST_UPDATES / epochLength);
    return updates(epochLength, 1, MOST_UPDATES, most);
  }

  /**
   * The number of updates that a run goes on with; with none it is only written.
   *
   * @param done the number of those that it has
   * @throws IllegalArgumentException if it is out of its range
   */
  long more(int epochLength, long done) {
    long room = Math.max(0, MOST_UPDATES - done);
    return updates(epochLength, 0, room, room / epochLength);
  }

  private long updates(int epochLength, long least, long mostUpdates, long mostEpochs) {
    if (updates != null) {
      return within("updates", updates, least, mostUpdates);
    }
    long number = epochs == null ? Math.min(USUAL_EPOCHS, mostEpochs) : epochs;
    return within("epochs", number, least, mostEpochs) * epochLength;
  }

  private static long within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the number of %s is %d; it must be %d to %d",
              name,
              value,
              least,
              most));
    }
    return value;
  }
}

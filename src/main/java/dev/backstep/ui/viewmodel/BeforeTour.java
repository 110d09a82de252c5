package dev.backstep.ui.viewmodel;

import dev.backstep.text.Sequence;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import java.util.List;

/** What the guided tour found and changes, and gives back when it is left. */
final class BeforeTour {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 9;
  private static final int LOOKED_AT = 500;

  /** More characters than this are not trained in passing. */
  private static final int QUICK_EPOCH = 100_000;

  private final MainViewModel main;
  private final Screen screen;
  private final boolean valuesHidden;
  private Sequence shown;
  private boolean isStateChanged;
  private boolean zeroAtEpochStart;

  BeforeTour(MainViewModel main) {
    this.main = main;
    screen = main.screenProperty().get();
    valuesHidden = main.options().valuesHiddenProperty().get();
  }

  /** Keeps to one sequence, unless the user has chosen one: the next in training would change. */
  void keepToOneSequence() {
    List<Sequence> all = main.sequence().sequencesProperty().get();
    if (shown == null && !all.isEmpty() && main.sequence().chosenProperty().get() == null) {
      main.sequence().choose(ofGoodLength(all));
      shown = main.sequence().chosenProperty().get();
    }
  }

  private static int ofGoodLength(List<Sequence> all) {
    for (int i = 0; i < Math.min(LOOKED_AT, all.size()); i++) {
      if (all.get(i).length() >= SHORTEST && all.get(i).length() <= LONGEST) {
        return i;
      }
    }
    return 0;
  }

  /** Whether nothing is trained and an epoch is trained in passing. */
  boolean isUntrained() {
    SessionViewModel session = main.session();
    return session.dataProperty().get() != null
        && session.run().progressProperty().get().updates() == 0
        && session.stateProperty().get().canUpdate()
        && session.dataProperty().get().train().stream().mapToLong(Sequence::length).sum()
            <= QUICK_EPOCH;
  }

  /**
   * Hands the hidden state over after one update. That update still begins with zeros, so the run
   * is the one it would have been.
   */
  void carryState() {
    RunSettings settings = main.session().run().settingsProperty().get();
    boolean isZero = settings != null && settings.hiddenState() instanceof HiddenStatePolicy.Zero;
    if (isZero && !isStateChanged && main.session().stateProperty().get().canUpdate()) {
      isStateChanged = true;
      zeroAtEpochStart = main.settings().zeroAtEpochStartProperty().get();
      main.settings().show(new HiddenStatePolicy.Carried(false));
      main.applyChanges();
      main.session().update();
    }
  }

  boolean isStateChanged() {
    return isStateChanged;
  }

  /** Gives back what the user has not changed since; the screen only if asked to. */
  void restore(boolean withScreen) {
    if (isStateChanged && main.settings().stateProperty().get() == StateChoice.CARRIED) {
      main.settings().show(new HiddenStatePolicy.Zero());
      main.applyChanges();
      main.settings().zeroAtEpochStartProperty().set(zeroAtEpochStart);
    }
    if (shown != null && main.sequence().chosenProperty().get() == shown) {
      main.sequence().chooseNext();
    }
    main.options().valuesHiddenProperty().set(valuesHidden);
    if (withScreen && main.screenProperty().get() == Screen.STEP) {
      main.screenProperty().set(screen);
    }
  }
}

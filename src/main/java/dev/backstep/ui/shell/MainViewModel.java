package dev.backstep.ui.shell;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.compare.CompareViewModel;
import dev.backstep.ui.files.OpenedText;
import dev.backstep.ui.files.SessionFiles;
import dev.backstep.ui.lab.BugLabViewModel;
import dev.backstep.ui.mycode.CodeVisit;
import dev.backstep.ui.mycode.MyCodeViewModel;
import dev.backstep.ui.run.OneAtATime;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.SettingsViewModel;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.takeaway.TakeAway;
import dev.backstep.ui.tour.GuidedTour;
import dev.backstep.ui.train.GoingBack;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The whole window: which screen is shown, what is open, and the view models of the screens. */
public final class MainViewModel {
  private final Texts texts;
  private final SessionViewModel session;
  private final StepViewModel step = new StepViewModel();
  private final SequenceViewModel sequence;
  private final SettingsViewModel settings;
  private final CompareViewModel compare;
  private final BugLabViewModel bugLab;
  private final TakeAway takeAway;
  private final MyCodeViewModel myCode;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.STEP);
  private final ViewOptions options = new ViewOptions();
  private final StepSource following;
  private final CodeVisit codeVisit;
  private final GuessFirst covers = new GuessFirst(step, options.valuesHiddenProperty());
  private final GuidedTour guide;
  private final GoingBack goingBack;
  private final OpenedText text;
  private final SessionFiles files;

  /** Why training did not start, when it last was to; null if it did. */
  private Notice notStarted;

  public MainViewModel(
      Texts texts, SessionViewModel session, SessionViewModel comparison, SessionViewModel lab) {
    this.texts = texts;
    this.session = session;
    sequence = new SequenceViewModel(session);
    following = new StepSource(session, step, sequence, screen);
    text = new OpenedText(session);
    settings = new SettingsViewModel(texts);
    settings.setLongest(this::longestSequence);
    session.setStarting(this::mayStart);
    compare = new CompareViewModel(texts, comparison);
    step.notationProperty().bind(options.notation());
    takeAway = new TakeAway(this);
    myCode = new MyCodeViewModel(texts, takeAway::tell);
    codeVisit = new CodeVisit(this, following);
    myCode.checkProperty().addListener(observable -> onCode());
    session.dataProperty().addListener((property, before, now) -> onData(now));
    screen.addListener((property, before, now) -> prepareComparison());
    session.noticeProperty().addListener((property, before, now) -> onNotice(now));
    options
        .logScaleProperty()
        .addListener((property, before, now) -> step.scales().setLogarithmic(now));
    new OneAtATime(session, comparison, lab);
    bugLab = new BugLabViewModel(texts, session, lab, screen);
    guide = new GuidedTour(this);
    goingBack = new GoingBack(this);
    files = new SessionFiles(this);
  }

  /** Lets time pass, and takes what the other threads have to tell. */
  public void pulse(double seconds) {
    tick(seconds);
    session.poll();
    compare.poll();
    bugLab.poll();
    myCode.poll();
    guide.poll();
  }

  /** Lets time pass, and shows what was taken before and waits. */
  public void tick(double seconds) {
    session.tick();
    compare.session().tick();
    guide.tick();
    step.tick(seconds);
    takeAway.tick(seconds);
    files.tick(seconds);
    compare.earlier().tick(seconds);
    bugLab.pair().earlier().tick(seconds);
  }

  /** Shows the newest numbers of the run again. */
  public void follow() {
    codeVisit.leave();
    following.follow();
  }

  private void onData(TrainingData data) {
    text.onOpened(data.corpus());
    settings.show(session.run().settingsProperty().get());
    follow();
    prepareComparison();
  }

  /** A file that could be read is shown, and nothing is said any more of one that could not. */
  private void onCode() {
    screen.set(Screen.MY_CODE);
    takeAway.takeBack(myCode.refusal());
  }

  /** The fields say what the run does, not what was refused; but why training does not start. */
  private void onNotice(Notice notice) {
    RunSettings now = session.run().settingsProperty().get();
    if (notice != null && notice.isRefusal() && notice != notStarted && now != null) {
      settings.show(now.hiddenState());
    }
  }

  private void prepareComparison() {
    TrainingData data = session.dataProperty().get();
    if (screen.get() == Screen.COMPARE && data != null) {
      compare.prepare(data, session.run().settingsProperty().get());
    }
  }

  public void open(Dataset dataset) {
    text.open(mode -> () -> dataset.load(mode));
  }

  /** Opens a file: arrays of somebody's program or a session if it is one, else a text. */
  public void open(Path file) {
    if (ArrayFile.isOne(file)) {
      myCode.open(file);
    } else if (SessionFile.isOne(file)) {
      files.open(file);
    } else {
      text.open(mode -> () -> CorpusReader.read(file, mode));
    }
  }

  /** Reads what is open again as lines or as windows. */
  public void changeTextMode(TextMode mode) {
    text.changeMode(mode);
  }

  /** Begins a new run with the settings in the fields, if they are right. */
  public void applySettings() {
    settings.read().ifPresent(read -> session.changeSettings(List.of(read)));
  }

  /**
   * Applies what was changed in the fields, of what can change on the way of the run. What is wrong
   * is marked and stays as it was.
   */
  public void applyChanges() {
    settings.takeChanges().ifPresent(session::change);
  }

  /** Chooses what sequences begin with, wherever that is done. */
  public void choose(StateChoice choice) {
    settings.stateProperty().set(choice);
    applyChanges();
    String refusal = settings.arrayColumns().refusalProperty().get();
    if (!refusal.isEmpty() && screen.get() != Screen.TRAIN) {
      // The field that says so is not seen.
      session.tell(new Notice(true, refusal));
    }
  }

  /** Applies what was changed; training does not start while a setting is refused. */
  private boolean mayStart() {
    applyChanges();
    Optional<String> refusal = settings.refusal();
    if (refusal.isPresent()) {
      notStarted = new Notice(true, texts.of("settings.not-started", refusal.get()));
      session.tell(notStarted);
    } else if (notStarted != null && notStarted == session.noticeProperty().get()) {
      session.dismissNotice();
    }
    return refusal.isEmpty();
  }

  private int longestSequence() {
    TrainingData data = session.dataProperty().get();
    return data == null ? 1 : data.corpus().longest();
  }

  /** Ends the training threads. */
  public void close() {
    session.close();
    compare.close();
    bugLab.pair().session().close();
    myCode.cancel();
    guide.close();
    files.close();
  }

  public Texts texts() {
    return texts;
  }

  public SessionViewModel session() {
    return session;
  }

  public StepViewModel step() {
    return step;
  }

  public SequenceViewModel sequence() {
    return sequence;
  }

  public SettingsViewModel settings() {
    return settings;
  }

  public CompareViewModel compare() {
    return compare;
  }

  /** The Bug lab. */
  public BugLabViewModel bugLab() {
    return bugLab;
  }

  /** The numbers of somebody's own program. */
  public MyCodeViewModel myCode() {
    return myCode;
  }

  /** The numbers of somebody's own program on the Step screen. */
  public CodeVisit codeVisit() {
    return codeVisit;
  }

  /** Which numbers of the run Step shows. */
  public StepSource following() {
    return following;
  }

  public TakeAway takeAway() {
    return takeAway;
  }

  /** The sessions in files. */
  public SessionFiles files() {
    return files;
  }

  public ObjectProperty<Screen> screenProperty() {
    return screen;
  }

  public ViewOptions options() {
    return options;
  }

  /** What is covered for a class to guess. */
  public GuessFirst covers() {
    return covers;
  }

  /** The short chapters that lead through the Step screen. */
  public GuidedTour guide() {
    return guide;
  }

  /** Going to updates that were made before. */
  public GoingBack goingBack() {
    return goingBack;
  }

  /** True while Step holds the numbers of one update although training goes on. */
  public BooleanProperty heldProperty() {
    return following.heldProperty();
  }

  /** How many updates the run had made when it had the weights that Step shows. */
  public ReadOnlyLongProperty shownUpdatesProperty() {
    return following.shownUpdatesProperty();
  }
}

package dev.backstep.ui.shell;

import dev.backstep.io.session.SessionFile;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Entry;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.batch.BatchKeys;
import dev.backstep.ui.batch.BatchViewModel;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.compare.CompareViewModel;
import dev.backstep.ui.files.OpenedText;
import dev.backstep.ui.files.SessionFiles;
import dev.backstep.ui.files.SessionView;
import dev.backstep.ui.flow.FlowViewModel;
import dev.backstep.ui.flow.LossVisit;
import dev.backstep.ui.lab.BugLabViewModel;
import dev.backstep.ui.mycode.CodeVisit;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.mycode.MyCodeViewModel;
import dev.backstep.ui.pin.PinKeys;
import dev.backstep.ui.pin.PinViewModel;
import dev.backstep.ui.reach.ReachViewModel;
import dev.backstep.ui.run.OneAtATime;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.settings.AppliedSettings;
import dev.backstep.ui.settings.SettingsViewModel;
import dev.backstep.ui.sizes.PanelSizes;
import dev.backstep.ui.sizes.TypeSize;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepExport;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.tour.GuidedTour;
import dev.backstep.ui.train.GoingBack;
import dev.backstep.ui.whatif.Lent;
import dev.backstep.ui.whatif.WhatIfKeys;
import dev.backstep.ui.whatif.WhatIfViewModel;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
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
  private final AppliedSettings applied;
  private final Notices notices;
  private final StepExport export;
  private final MyCodeViewModel myCode;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>();
  private final ViewOptions options = new ViewOptions();
  private final TypeSize typeSize = new TypeSize();
  private final PanelSizes panelSizes = new PanelSizes();
  private final StepSource source;
  private final LossVisit lossVisit;
  private final FlowViewModel flow;
  private final ReachViewModel reach;
  private final CodeVisit codeVisit;
  private final WhatIfViewModel whatIf;
  private final WhatIfKeys whatIfKeys;
  private final PinViewModel pin;
  private final PinKeys pinKeys;
  private final BatchViewModel batch;
  private final BatchKeys batchKeys;
  private final Lent lent;
  private final GuessFirst guessFirst = new GuessFirst(step, options.valuesHiddenProperty());
  private final GuidedTour guide;
  private final GoingBack goingBack;
  private final OpenedText text;
  private final SessionFiles files;
  private final Screens screens;
  private final FileNames fileNames;

  public MainViewModel(
      Texts texts, SessionViewModel session, SessionViewModel comparison, SessionViewModel lab) {
    this(texts, session, comparison, lab, Screens::ofProgram);
  }

  /** The same with other screens, which are made of the parts of the window. */
  MainViewModel(
      Texts texts,
      SessionViewModel session,
      SessionViewModel comparison,
      SessionViewModel lab,
      Function<MainViewModel, List<ScreenPart>> parts) {
    this.texts = texts;
    this.session = session;
    sequence = new SequenceViewModel(session);
    source = new StepSource(session, step, sequence, screen);
    lossVisit = new LossVisit(step, source, sequence, texts, screen);
    flow = new FlowViewModel(step, source, lossVisit, screen);
    reach = new ReachViewModel(session, flow, screen);
    text = new OpenedText(session);
    settings = new SettingsViewModel(texts);
    applied = new AppliedSettings(texts, settings, session, this::hasSettings);
    compare = new CompareViewModel(texts, comparison);
    step.notationProperty().bind(options.notation());
    notices = new Notices(texts, session);
    myCode = new MyCodeViewModel(texts, notices::tell);
    codeVisit = new CodeVisit(myCode, source, step, sequence, options, screen, this::makeRoom);
    whatIf = new WhatIfViewModel(texts, session, step, source, sequence, screen);
    whatIfKeys = new WhatIfKeys(whatIf, step, texts);
    pin = new PinViewModel(step, guessFirst);
    pinKeys = new PinKeys(pin);
    batch = new BatchViewModel(session, step, source, guessFirst);
    batchKeys = new BatchKeys(batch);
    step.highlight().setOnOpen(this::onDoubleClick);
    lent = new Lent(whatIf, List.of(lossVisit, codeVisit));
    export = new StepExport(session, step, source, guessFirst, lent);
    myCode.checkProperty().addListener(observable -> onCode());
    session.dataProperty().addListener((property, before, now) -> onData(now));
    options
        .logScaleProperty()
        .addListener((property, before, now) -> step.scales().setLogarithmic(now));
    new OneAtATime(session, comparison, lab);
    bugLab = new BugLabViewModel(texts, session, lab, screen);
    guide =
        new GuidedTour(
            texts, session, step, sequence, source, lent, options, screen, this::allScreens);
    goingBack = new GoingBack(session, settings, step, sequence, screen, this::follow);
    screens = new Screens(parts.apply(this), session, screen);
    SessionView view =
        new SessionView(screen, screens.names(), guide::screenOfUser, step, sequence, source);
    files = new SessionFiles(texts, session, view, notices);
    fileNames = new FileNames(screens::shown);
  }

  /** Lets time pass, and takes what the other threads have to tell. */
  public void pulse(double seconds) {
    tick(seconds);
    session.poll();
    compare.poll();
    bugLab.poll();
    myCode.poll();
    guide.poll();
    screens.all().forEach(ScreenPart::poll);
    reach.poll();
  }

  /** Lets time pass, and shows what was taken before and waits. */
  public void tick(double seconds) {
    session.tick();
    compare.session().tick();
    guide.tick();
    step.tick(seconds);
    notices.tick(seconds);
    files.tick(seconds);
    compare.earlier().tick(seconds);
    bugLab.pair().earlier().tick(seconds);
  }

  /** Shows the newest numbers of the run again. */
  public void follow() {
    lent.leave();
    source.follow();
  }

  private void onData(TrainingData data) {
    text.onOpened(data.corpus());
    settings.show(session.run().settingsProperty().get());
    follow();
  }

  private boolean hasSettings() {
    return screens.shown().hasSettings();
  }

  /** Of a file that could not be read nothing is said once another could. */
  private void onCode() {
    notices.takeBack(myCode.refusal());
  }

  private List<Screen> allScreens() {
    return screens.names();
  }

  /** What is made of others is pinned; what is given is made another. */
  private void onDoubleClick(Entry number) {
    if (pin.canPin(number)) {
      pin.pin(number);
    } else {
      whatIf.edit(number);
    }
  }

  /** Before the Step screen is lent elsewhere. */
  private void makeRoom() {
    whatIf.leave();
    lossVisit.leave();
    guide.leave();
  }

  public void open(Dataset dataset) {
    text.open(mode -> () -> dataset.load(mode));
  }

  /** Opens a file: what a screen shows or a session if it is one, else a text. */
  public void open(Path file) {
    if (screens.all().stream().anyMatch(each -> each.open(file))) {
      return;
    }
    if (SessionFile.isOne(file)) {
      files.open(file);
    } else {
      text.open(mode -> () -> CorpusReader.read(file, mode));
    }
  }

  /** Asks on My code whether a Python file is to be run and watched. */
  public void askToRun(Path file) {
    myCode.python().choose(file);
    screen.set(MyCodeScreen.ID);
  }

  /** Reads what is open again as lines or as windows. */
  public void changeTextMode(TextMode mode) {
    text.changeMode(mode);
  }

  /** Ends the training threads. */
  public void close() {
    session.close();
    compare.close();
    bugLab.pair().session().close();
    myCode.cancel();
    myCode.pasted().cancel();
    myCode.python().close();
    guide.close();
    files.close();
    reach.stop();
    screens.all().forEach(ScreenPart::close);
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

  /** The numbers of the user's own program. */
  public MyCodeViewModel myCode() {
    return myCode;
  }

  /** The numbers of the user's own program on the Step screen. */
  public CodeVisit codeVisit() {
    return codeVisit;
  }

  /** Changes on a copy of the net that Step shows. */
  public WhatIfViewModel whatIf() {
    return whatIf;
  }

  /** The number that is pinned. */
  public PinViewModel pin() {
    return pin;
  }

  /** What pins and unpins from the keyboard. */
  public BatchViewModel batch() {
    return batch;
  }

  BatchKeys batchKeys() {
    return batchKeys;
  }

  PinKeys pinKeys() {
    return pinKeys;
  }

  /** What opens and closes their editor from the keyboard. */
  public WhatIfKeys whatIfKeys() {
    return whatIfKeys;
  }

  /** The guest of the Step screen, with the changes on a copy of its numbers. */
  public Guest lent() {
    return lent;
  }

  /** The source of the numbers that Step shows. */
  public StepSource stepSource() {
    return source;
  }

  /** One loss alone on the Step screen. */
  public LossVisit lossVisit() {
    return lossVisit;
  }

  /** How far gradients reach back. */
  public FlowViewModel flow() {
    return flow;
  }

  /** How far they reached over training. */
  public ReachViewModel reach() {
    return reach;
  }

  /** The settings in the fields, applied to the run. */
  public AppliedSettings applied() {
    return applied;
  }

  /** The notices of things that were done. */
  public Notices notices() {
    return notices;
  }

  /** The numbers of Step for files and the clipboard. */
  public StepExport export() {
    return export;
  }

  /** Names for files of what is shown. */
  public FileNames fileNames() {
    return fileNames;
  }

  /** All screens, and the one that is shown. */
  Screens screens() {
    return screens;
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

  /** The size of type that the user wishes. */
  public TypeSize typeSize() {
    return typeSize;
  }

  /** The lengths that the user wishes of the panels. */
  public PanelSizes panelSizes() {
    return panelSizes;
  }

  /** The cover over numbers that a class is to guess. */
  public GuessFirst guessFirst() {
    return guessFirst;
  }

  /** The short chapters that lead through the Step screen. */
  public GuidedTour guide() {
    return guide;
  }

  /** Going to updates that were made before. */
  public GoingBack goingBack() {
    return goingBack;
  }
}

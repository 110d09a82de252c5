package dev.backstep.app.render;

import dev.backstep.fault.Fault;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.flow.FlowScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.MainWindow;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;

/** Goes through the program as a user would, and takes a picture at every stop. */
final class ScreenTour extends AnimationTimer {
  static final double WIDTH = 1440;
  static final double HEIGHT = 900;

  /** Pulses between a change and its picture: layout, drawing, and one to be sure. */
  private static final int SETTLE = 4;

  private static final int EPOCHS = 2;
  private static final int BACKWARD_AT = 6;

  /** Carried state is zero where an epoch begins; a few updates later it is not. */
  private static final int INTO_EPOCH = 40;

  private static final String FILM_WORD = "baryonyx";
  private static final double FILM_WIDTH = 1100;
  private static final double FILM_HEIGHT = 700;

  /** The time for which a frame of the film is shown, in hundredths of a second. */
  private static final int FRAME = 60;

  private static final int LAST_FRAME = 300;

  /** The dots of a recall line between the letter and the letter. */
  private static final int DOTS = 15;

  private final MainWindow window;
  private final MainViewModel main;
  private final Pictures pictures;
  private final Runnable whenDone;
  private final Consumer<RuntimeException> whenFailed;
  private final Deque<Stop> stops = new ArrayDeque<>();
  private int settled;

  /** Whether the theme is dark where the plan has come to. */
  private boolean isDark;

  /** One thing to do, and what has to be true before the next. */
  private record Stop(Runnable action, BooleanSupplier done) {}

  ScreenTour(
      MainWindow window, Path folder, Runnable whenDone, Consumer<RuntimeException> whenFailed) {
    this.window = window;
    this.whenDone = whenDone;
    this.whenFailed = whenFailed;
    main = window.viewModel();
    pictures = new Pictures(folder);
  }

  /** Every screen, a film, and Step again with gates. */
  void planAll() {
    SessionViewModel session = main.session();
    then(() -> main.open(Dataset.DINOSAURS), () -> session.dataProperty().get() != null);
    train(session);
    then(() -> main.sequence().type("triceratops"), () -> isShown("triceratops"));
    then(() -> step(timeline().forward(BACKWARD_AT)));
    takeBoth("step-forward");
    then(() -> step(timeline().backward(BACKWARD_AT)));
    then(() -> main.step().selection().select(new Entry.OfCell(Cell.DH, BACKWARD_AT, 8)));
    takeBoth("step-backward");
    flow("flow");
    then(() -> main.screenProperty().set(TrainScreen.ID));
    takeBoth("train");
    SessionViewModel pair = main.compare().session();
    then(
        () -> main.screenProperty().set(CompareScreen.ID), () -> pair.dataProperty().get() != null);
    train(pair);
    then(
        () -> IntStream.range(0, INTO_EPOCH).forEach(update -> pair.update()),
        () -> pair.run().progressProperty().get().placeInEpoch() == INTO_EPOCH);
    takeBoth("compare");
    SessionViewModel lab = main.bugLab().pair().session();
    then(
        () -> main.screenProperty().set(BugLabScreen.ID),
        () ->
            lab.dataProperty().get() != null
                && main.bugLab().bench().surveyProperty().get() != null);
    train(lab);
    takeBoth("bug-lab");
    then(
        () -> main.open(new Exercise(main.export()).write(Fault.MISSING_TRANSPOSE)),
        () -> main.screenProperty().get() == MyCodeScreen.ID);
    takeBoth("my-code");
    film();
    planStepOf(Lstm.NET);
  }

  private static Path recall() {
    try {
      List<String> lines =
          "abcdefgh"
              .chars()
              .mapToObj(Character::toString)
              .map(c -> c + ".".repeat(DOTS) + c)
              .toList();
      Path folder = Files.createTempDirectory("backstep-recall");
      Path file = folder.resolve("recall-" + DOTS + ".txt");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Step and Flow with a run of a net; with an LSTM also Flow of a text to recall. */
  void planStepOf(Net net) {
    SessionViewModel session = main.session();
    then(
        () -> {
          window.scene().getWindow().setWidth(WIDTH);
          window.scene().getWindow().setHeight(HEIGHT);
          main.open(Dataset.DINOSAURS);
        },
        () ->
            session.dataProperty().get() != null
                && session.run().progressProperty().get().updates() == 0);
    then(
        () -> session.changeSettings(List.of(session.run().settingsProperty().get().withCell(net))),
        () -> main.step().net() == net && window.scene().getWidth() == WIDTH);
    train(session);
    then(() -> main.sequence().type("triceratops"), () -> isShown("triceratops"));
    then(() -> step(timeline().forward(BACKWARD_AT)));
    then(() -> main.files().earlier().dismiss());
    takeBoth("step-" + net.id() + "-forward");
    then(() -> step(timeline().backward(BACKWARD_AT)));
    then(() -> main.step().selection().select(new Entry.OfCell(Cell.DH_PREV, BACKWARD_AT, 8)));
    takeBoth("step-" + net.id() + "-backward");
    flow("flow-" + net.id());
    if (net == Lstm.NET) {
      flowOfRecall(recall());
    }
  }

  /** How far the gradient of the last loss but one reaches back. */
  private void flow(String name) {
    then(() -> step(timeline().backward(timeline().length() - 2)));
    then(() -> main.screenProperty().set(FlowScreen.ID), () -> !main.flow().isBusy());
    takeBoth(name);
    then(() -> main.screenProperty().set(StepScreen.ID));
  }

  /**
   * How far the gradient of the last letter of a recall line reaches in nets that are not trained
   * yet, as one picture: h of a vanilla net, and beside it c of an LSTM of as many units, with the
   * same axes.
   *
   * @param text lines of a letter, {@value #DOTS} dots and the letter again
   */
  private void flowOfRecall(Path text) {
    SessionViewModel session = main.session();
    then(
        () -> {
          main.open(text);
        },
        () ->
            main.step().traceProperty().get() != null
                && main.step().traceProperty().get().length() == DOTS + 2);
    then(() -> main.sequence().choose(0));
    for (boolean dark : new boolean[] {isDark, !isDark}) {
      then(() -> main.options().darkProperty().set(dark));
      ofCell(session, Vanilla.NET, Cell.H);
      then(() -> pictures.keep(window.scene()));
      ofCell(session, Lstm.NET, Lstm.C);
      then(() -> pictures.takeBeside(window.scene(), "flow-recall" + (dark ? "-dark" : "-light")));
    }
    isDark = !isDark;
  }

  private void ofCell(SessionViewModel session, Net net, Vector state) {
    then(() -> main.screenProperty().set(StepScreen.ID));
    then(
        () -> session.changeSettings(List.of(session.run().settingsProperty().get().withCell(net))),
        () -> main.step().net() == net && main.step().traceProperty().get() != null);
    then(() -> main.files().earlier().dismiss());
    then(() -> step(timeline().backward(DOTS)));
    then(() -> main.screenProperty().set(FlowScreen.ID), () -> !main.flow().isBusy());
    then(
        () -> {
          main.flow().stateProperty().set(state);
          main.flow().showDecades(-3, 1);
        },
        () -> !main.flow().isBusy() && !main.reach().isBusy());
  }

  /** Forward, then backward through one word, a step a frame, in a smaller window. */
  private void film() {
    isDark = false;
    then(
        () -> {
          main.options().darkProperty().set(false);
          main.screenProperty().set(StepScreen.ID);
          window.scene().getWindow().setWidth(FILM_WIDTH);
          window.scene().getWindow().setHeight(FILM_HEIGHT);
          main.sequence().type(FILM_WORD);
        },
        () -> isShown(FILM_WORD) && window.scene().getWidth() == FILM_WIDTH);
    int places = new Timeline(FILM_WORD.length()).size();
    for (int place = 0; place < places; place++) {
      int at = place;
      int hundredths = place < places - 1 ? FRAME : LAST_FRAME;
      then(() -> step(at));
      then(() -> pictures.film(window.scene(), hundredths));
    }
    then(() -> pictures.finishFilm("steps"));
  }

  private void train(SessionViewModel session) {
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      int until = epoch;
      then(
          session::finishEpoch,
          () ->
              session.run().progressProperty().get().epoch() == until
                  && session.stateProperty().get() == TrainingState.PAUSED);
    }
  }

  private boolean isShown(String word) {
    return main.step().traceProperty().get() != null
        && main.step().traceProperty().get().length() == word.length();
  }

  private Timeline timeline() {
    return main.step().timelineProperty().get();
  }

  private void step(int place) {
    main.step().goTo(place);
  }

  /** In the theme that is there first: to change it takes longer than a picture. */
  private void takeBoth(String name) {
    take(name, isDark);
    isDark = !isDark;
    take(name, isDark);
  }

  private void take(String name, boolean dark) {
    then(() -> main.options().darkProperty().set(dark));
    then(() -> pictures.take(window.scene(), name + (dark ? "-dark" : "-light")));
  }

  private void then(Runnable action) {
    then(action, () -> true);
  }

  private void then(Runnable action, BooleanSupplier done) {
    stops.add(new Stop(action, done));
  }

  @Override
  public void handle(long now) {
    try {
      goOn();
    } catch (RuntimeException e) {
      stop();
      whenFailed.accept(e);
    }
  }

  private void goOn() {
    if (settled == 0) {
      stops.peek().action().run();
    }
    settled++;
    if (settled > SETTLE && stops.peek().done().getAsBoolean()) {
      stops.remove();
      settled = 0;
    }
    if (stops.isEmpty()) {
      stop();
      whenDone.run();
    }
  }
}

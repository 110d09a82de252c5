package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.Notice;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The trained pairs of a screen that others took the place of, whatever was done for it, the last
 * at the end. They are kept in memory while the window is open, as many as there is room for. A
 * pair that is brought back changes places with the one that is open.
 *
 * @param <V> what the screen shows beside the runs, and shows again when they are back
 */
public final class EarlierPairs<V> {
  /** They take no more than one of so many parts of the memory there is. */
  private static final int PARTS_OF_MEMORY = 16;

  private final Texts texts;
  private final SessionViewModel session;
  private final Function<Comparison, String> name;
  private final Supplier<V> shown;
  private final Consumer<V> restored;
  private final List<EarlierPair<V>> pairs = new ArrayList<>();
  private final ObservableList<String> names = FXCollections.observableArrayList();

  /** Kept here, for what only listens to a list does not keep it. */
  private final ObservableList<String> shownNames = FXCollections.unmodifiableObservableList(names);

  private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");

  /** The pairs handed over by the training thread since the last answer. */
  private final Queue<List<SavedRun>> replaced = new ConcurrentLinkedQueue<>();

  private RunState open = RunState.begun("");
  private @Nullable EarlierPair<V> asked;
  private long most = Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY;
  private BiConsumer<String, Runnable> question = (words, yes) -> yes.run();

  /**
   * @param name how a pair is called, asked for when it begins
   * @param shown what is shown beside the pair that is open
   * @param restored told what was shown beside a pair that is back
   */
  public EarlierPairs(
      Texts texts,
      SessionViewModel session,
      Function<Comparison, String> name,
      Supplier<V> shown,
      Consumer<V> restored) {
    this.texts = texts;
    this.session = session;
    this.name = name;
    this.shown = shown;
    this.restored = restored;
    session.setLeaving(this::leave);
    session.onReplaced(replaced::add);
    session.dataProperty().addListener((property, before, now) -> onOpened(before, now));
  }

  /** Says how it is asked whether a pair that was trained for long may make way for another. */
  public void setQuestion(BiConsumer<String, Runnable> asking) {
    question = asking;
  }

  /** Says how many bytes the pairs may take from now on. */
  void allow(long bytes) {
    most = bytes;
  }

  /** Lets time pass. */
  public void tick(double seconds) {
    if (session.isRunning()) {
      open = open.trainedOn(seconds);
    }
  }

  /** A pair with more than a minute of training makes way only once that was answered. */
  private void leave(Runnable replacement) {
    if (open.isLong()) {
      question.accept(words(), replacement);
    } else {
      replacement.run();
    }
  }

  private String words() {
    String updates = Numbers.grouped(session.run().progressProperty().get().updates());
    String trained = open.trained(texts);
    return trained.isEmpty()
        ? texts.of("run.pair.ask", open.name(), updates)
        : texts.of("run.pair.ask.trained", open.name(), updates, trained);
  }

  private void onOpened(TrainingData before, TrainingData now) {
    EarlierPair<V> back = asked != null && asked.data() == now ? asked : null;
    if (back != null) {
      pairs.removeIf(pair -> pair == back);
      offer.set("");
    }
    for (List<SavedRun> runs = replaced.poll(); runs != null; runs = replaced.poll()) {
      if (runs.get(0).updatesMade() > 0) {
        keep(runs, runs.get(0).data() == before ? open : RunState.unknown(nameOf(runs)));
      }
    }
    names.setAll(pairs.stream().map(pair -> pair.words(texts)).toList());
    open = back == null ? RunState.begun(nameOfOpen()) : back.state();
    if (back != null) {
      asked = null;
      restored.accept(back.shown());
    }
  }

  private void keep(List<SavedRun> runs, RunState state) {
    EarlierPair<V> gone = new EarlierPair<>(runs, shown.get(), state).within(most);
    pairs.add(gone);
    offer.set(texts.of("run.pair.offer", gone.words(texts)));
    while (pairs.stream().mapToLong(EarlierPair::bytes).sum() > most && pairs.size() > 1) {
      drop(least());
    }
  }

  /** The pair with the fewest updates; never the one that made way last. */
  private EarlierPair<V> least() {
    return pairs.subList(0, pairs.size() - 1).stream()
        .min(Comparator.comparingLong(EarlierPair::made))
        .orElseThrow();
  }

  private void drop(EarlierPair<V> pair) {
    pairs.removeIf(each -> each == pair);
    session.tell(new Notice(false, texts.of("run.pair.dropped", pair.words(texts))));
  }

  private String nameOf(List<SavedRun> runs) {
    return name.apply(new Comparison(runs.get(0).here().settings(), runs.get(1).here().settings()));
  }

  private String nameOfOpen() {
    RunSettings a = session.runs().get(0).settingsProperty().get();
    RunSettings b = session.runs().get(1).settingsProperty().get();
    // A pair that failed at once says nothing of itself.
    return a == null || b == null ? "" : name.apply(new Comparison(a, b));
  }

  /** Brings the pair back that made way last. */
  public void bringBack() {
    bringBack(pairs.size() - 1);
  }

  /** Brings a pair back; one that is open and was trained takes its place. */
  public void bringBack(int index) {
    if (!session.busyProperty().get() && index >= 0 && index < pairs.size()) {
      EarlierPair<V> pair = pairs.get(index);
      asked = pair;
      session.openAtOnce(pair.runs());
    }
  }

  /** Says no more that a pair can be brought back; it still can. */
  public void dismiss() {
    offer.set("");
  }

  /** The name of the pair that is open. */
  public String name() {
    return open.name();
  }

  /** The names of the pairs and how far they had come, the last at the end. */
  public ObservableList<String> names() {
    return shownNames;
  }

  /** Which pair has just made way, in a sentence; empty if none has. */
  public ReadOnlyStringProperty offerProperty() {
    return offer.getReadOnlyProperty();
  }
}

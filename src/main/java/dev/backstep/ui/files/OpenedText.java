package dev.backstep.ui.files;

import dev.backstep.text.Corpus;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.CorpusSource;
import dev.backstep.ui.run.SessionViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The text that is open and the way it is read, and those that were asked for in its place. */
public final class OpenedText {
  private final SessionViewModel session;
  private final List<RequestedText> asked = new ArrayList<>();
  private RequestedText opened =
      new RequestedText(mode -> () -> Dataset.DINOSAURS.load(mode), new TextMode.Lines());

  public OpenedText(SessionViewModel session) {
    this.session = session;
  }

  /** Reads a text in the way in which the one before was read. */
  public void open(Function<TextMode, CorpusSource> text) {
    open(new RequestedText(text, opened.mode()));
  }

  /** Reads what is open again in another way. */
  public void changeMode(TextMode mode) {
    if (!mode.equals(opened.mode())) {
      open(opened.as(mode));
    }
  }

  private void open(RequestedText reading) {
    asked.add(reading);
    RunSettings now = session.run().settingsProperty().get();
    session.open(reading, List.of(now == null ? RunSettings.ofNewProgram() : now));
  }

  /** Only what could be read is what is open; what was refused is forgotten. */
  public void onOpened(Corpus corpus) {
    asked.stream()
        .filter(reading -> reading.isSourceOf(corpus))
        .findFirst()
        .ifPresent(
            reading -> {
              opened = reading;
              asked.subList(0, asked.indexOf(reading) + 1).clear();
            });
    if (!opened.isSourceOf(corpus)) {
      opened = RequestedText.again(corpus);
    }
  }
}

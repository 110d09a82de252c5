package dev.backstep.ui.files;

import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.session.CorpusSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One text that was asked for, which may be refused. It is read on the training thread; the screen
 * knows by the corpus which of its questions was answered.
 */
final class RequestedText implements CorpusSource {
  private final Function<TextMode, CorpusSource> text;
  private final TextMode mode;
  private volatile @Nullable Corpus corpus;

  RequestedText(Function<TextMode, CorpusSource> text, TextMode mode) {
    this.text = text;
    this.mode = mode;
  }

  /** A text that came with a session. */
  static RequestedText again(Corpus corpus) {
    RequestedText reading =
        new RequestedText(
            mode -> () -> CorpusReader.read(corpus.name(), corpus.utf8(), mode), corpus.mode());
    reading.corpus = corpus;
    return reading;
  }

  @Override
  public Corpus load() throws CorpusException {
    corpus = text.apply(mode).load();
    return corpus;
  }

  /** True if a corpus came from here. */
  boolean isSourceOf(Corpus opened) {
    return corpus == opened;
  }

  /** The same text, to be read again in another way. */
  RequestedText as(TextMode otherMode) {
    return new RequestedText(text, otherMode);
  }

  TextMode mode() {
    return mode;
  }
}

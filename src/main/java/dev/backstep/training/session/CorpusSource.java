package dev.backstep.training.session;

import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;

/** Where a corpus comes from; read on the training thread. */
@FunctionalInterface
public interface CorpusSource {
  Corpus load() throws CorpusException;
}

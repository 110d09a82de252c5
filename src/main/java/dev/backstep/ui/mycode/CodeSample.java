package dev.backstep.ui.mycode;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that is shipped, to see what My code makes of one. */
public enum CodeSample {
  MIN_CHAR_RNN,
  COURSERA_LSTM_CELL,
  PYTORCH_LSTM_PADDED;

  /** The name of it in texts and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes it beside the other temporary files, where it is read like any other file. */
  Path written() throws IOException {
    String name = id() + ".npz";
    try (InputStream in = CodeSample.class.getResourceAsStream("samples/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      Path folder = Files.createTempDirectory("backstep-sample");
      Path file = folder.resolve(name);
      Files.copy(in, file);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    }
  }
}

package dev.backstep.ui.mycode;

import dev.backstep.ui.common.SystemDialog;
import dev.backstep.words.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks which file of the user's to check: arrays, or a program. */
public record CodeChooser(Texts texts) {
  public Optional<Path> ask(Window owner) {
    return ask(owner, texts.of("mycode.choose"), texts.of("common.file.arrays"), "*.npz", "*.npy");
  }

  /** Asks which Python file to run and watch. */
  public Optional<Path> askForPython(Window owner) {
    return ask(owner, texts.of("mycode.python.choose"), texts.of("mycode.python.files"), "*.py");
  }

  private Optional<Path> ask(Window owner, String title, String files, String... endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(files, endings),
            new ExtensionFilter(texts.of("common.file.all"), "*"));
    return new SystemDialog(owner).ask(chooser::showOpenDialog).map(File::toPath);
  }
}

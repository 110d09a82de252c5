package dev.backstep.ui.mycode;

import dev.backstep.ui.common.SystemDialog;
import dev.backstep.words.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks which file of the user's arrays to check. */
public record CodeChooser(Texts texts) {
  public Optional<Path> ask(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.of("mycode.choose"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(texts.of("common.file.arrays"), "*.npz", "*.npy"),
            new ExtensionFilter(texts.of("common.file.all"), "*"));
    return new SystemDialog(owner).ask(chooser::showOpenDialog).map(File::toPath);
  }
}

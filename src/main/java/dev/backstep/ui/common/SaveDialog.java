package dev.backstep.ui.common;

import dev.backstep.words.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks in the system's own window, and begins in the folder that was last chosen. */
public final class SaveDialog implements SavePlace {
  private final Texts texts = Texts.load();
  private @Nullable File folder;

  @Override
  public Optional<Path> ask(Window owner, String name, String kind) {
    FileChooser chooser = new FileChooser();
    String ending = name.substring(name.lastIndexOf('.'));
    chooser.setTitle(texts.of("common.file.save", kind));
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return new SystemDialog(owner).ask(chooser::showSaveDialog).map(file -> named(file, ending));
  }

  private Path named(File file, String ending) {
    folder = file.getParentFile();
    boolean hasEnding = file.getName().contains(".");
    return hasEnding ? file.toPath() : Path.of(file.getPath() + ending);
  }
}

package dev.backstep.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks in the system's own window, and begins in the folder that was last chosen. */
public final class SaveDialog implements SavePlace {
  private File folder;

  @Override
  public Optional<Path> ask(Window owner, String name, String kind) {
    FileChooser chooser = new FileChooser();
    String ending = name.substring(name.lastIndexOf('.'));
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File file = chooser.showSaveDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    boolean hasEnding = file.getName().contains(".");
    return Optional.of(hasEnding ? file.toPath() : Path.of(file.getPath() + ending));
  }
}

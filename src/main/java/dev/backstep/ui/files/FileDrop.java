package dev.backstep.ui.files;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file that is dropped on the window is opened. */
public record FileDrop(Consumer<Path> opener) {
  public void install(Node node) {
    node.setOnDragOver(FileDrop::accept);
    node.setOnDragDropped(this::open);
  }

  private static void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void open(DragEvent event) {
    opener.accept(event.getDragboard().getFiles().get(0).toPath());
    event.setDropCompleted(true);
    event.consume();
  }
}

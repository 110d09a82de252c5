package dev.backstep.ui.common;

import dev.backstep.io.WholeFile;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.paint.Background;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Puts things into files and onto the clipboard, and says so. */
public final class Saving {
  private final Notices notices;
  private final Texts texts;
  private final SavePlace place;

  public Saving(Notices notices, Texts texts, SavePlace place) {
    this.notices = notices;
    this.texts = texts;
    this.place = place;
  }

  /**
   * Asks where, then encodes and writes in the background.
   *
   * @param ending png, svg, csv, npz or py
   */
  public void save(Window owner, String name, String ending, Supplier<byte[]> content) {
    place
        .ask(owner, name + "." + ending, texts.of("common.kind." + ending))
        .ifPresent(file -> Background.run(() -> write(file, content), notices::tell));
  }

  public void saveText(Window owner, String name, String csv) {
    save(owner, name, "csv", () -> csv.getBytes(StandardCharsets.UTF_8));
  }

  private Notice write(Path file, Supplier<byte[]> content) {
    try {
      WholeFile.write(file, content.get());
      return notices.saved(file);
    } catch (IOException e) {
      return notices.notSaved(file, e);
    }
  }

  /** Onto the clipboard: as a picture where pictures are pasted, as text elsewhere. */
  public void copy(String what, @Nullable Image image, @Nullable String text) {
    ClipboardContent content = new ClipboardContent();
    if (image != null) {
      content.putImage(image);
    }
    if (text != null) {
      content.putString(text);
    }
    Clipboard.getSystemClipboard().setContent(content);
    notices.copied(what);
  }
}

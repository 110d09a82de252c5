package dev.backstep.ui.mycode;

import dev.backstep.io.array.ArrayFile;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;

/** The numbers of another program, checked. */
public record MyCodeScreen(
    MyCodeViewModel code, CodeVisit visit, ViewOptions options, Texts texts, Notices notices)
    implements ScreenPart {
  public static final Screen ID = new Screen("MY_CODE");

  /** Beyond any end. */
  private static final int FAR = 1 << 24;

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
    return "mycode";
  }

  @Override
  public String icon() {
    return "fth-code";
  }

  @Override
  public Class<?> controller() {
    return MyCodeController.class;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return new MyCodeRoom(code, visit, options, texts, notices, saving).controllers();
  }

  @Override
  public boolean open(Path file) {
    boolean isOne = ArrayFile.isOne(file);
    if (isOne) {
      code.open(file);
    }
    return isOne;
  }

  /** Pasted numbers lie over the file. */
  @Override
  public boolean closePanel() {
    return code.pasted().close();
  }

  /** A file that could be read is shown. */
  @Override
  public Optional<ObservableValue<?>> showsAtOnce() {
    return Optional.of(code.checkProperty());
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(
        KeyLine.of(
            "mycode.keys.cell",
            ScreenKey.plain(KeyCode.LEFT, () -> code.move(0, -1)),
            ScreenKey.plain(KeyCode.RIGHT, () -> code.move(0, 1)),
            ScreenKey.plain(KeyCode.UP, () -> code.move(-1, 0)),
            ScreenKey.plain(KeyCode.DOWN, () -> code.move(1, 0)),
            ScreenKey.plain(KeyCode.HOME, () -> code.move(0, -FAR)),
            ScreenKey.plain(KeyCode.END, () -> code.move(0, FAR))),
        KeyLine.of(
            "mycode.keys.grid",
            ScreenKey.ofPicture(KeyCode.LEFT),
            ScreenKey.ofPicture(KeyCode.RIGHT),
            ScreenKey.ofPicture(KeyCode.UP),
            ScreenKey.ofPicture(KeyCode.DOWN),
            ScreenKey.ofPicture(KeyCode.ENTER)));
  }

  @Override
  public boolean showsRun() {
    return false;
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(code.trace());
  }
}

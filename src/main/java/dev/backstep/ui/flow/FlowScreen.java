package dev.backstep.ui.flow;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;

/** How far the gradient of a loss reaches back. */
public record FlowScreen(
    FlowViewModel flow,
    LossVisit visit,
    Texts texts,
    ViewOptions options,
    ObservableValue<Screen> shown)
    implements ScreenPart {
  public static final Screen ID = new Screen("FLOW");

  /** Beyond any end. */
  private static final int FAR = 1 << 24;

  @Override
  public Screen screen() {
    return ID;
  }

  @Override
  public String room() {
    return "flow";
  }

  @Override
  public String icon() {
    return "fth-wind";
  }

  @Override
  public Class<?> controller() {
    return FlowController.class;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers(Saving saving) {
    return Map.of(
        FlowController.class,
        () -> new FlowController(flow, texts, options, shown, names(), saving),
        FlowSideController.class,
        () -> new FlowSideController(flow, texts, options.notation()),
        TruncationController.class,
        () -> new TruncationController(flow, texts, options.notation()),
        LossVisitController.class,
        () -> new LossVisitController(visit, texts));
  }

  /** Names for files of this screen. */
  private FileNames names() {
    return new FileNames(() -> this);
  }

  private int loss() {
    return flow.lossProperty().get();
  }

  @Override
  public List<KeyLine> keys() {
    return List.of(
        KeyLine.of(
            "flow.keys.loss",
            ScreenKey.plain(KeyCode.LEFT, () -> flow.goTo(loss() - 1)),
            ScreenKey.plain(KeyCode.RIGHT, () -> flow.goTo(loss() + 1)),
            ScreenKey.plain(KeyCode.HOME, () -> flow.goTo(0)),
            ScreenKey.plain(KeyCode.END, () -> flow.goTo(FAR))),
        KeyLine.of(
            "flow.keys.pair",
            ScreenKey.plain(KeyCode.UP, () -> flow.goBack(1)),
            ScreenKey.plain(KeyCode.DOWN, () -> flow.goBack(-1))),
        KeyLine.of(
            "flow.keys.step", ScreenKey.plain(KeyCode.ENTER, () -> flow.showInStep(flow.pair()))));
  }

  @Override
  public void poll() {
    flow.poll();
  }

  @Override
  public void close() {
    flow.stop();
  }

  /** Escape brings the run back where a copy of its net is shown. */
  @Override
  public boolean closePanel() {
    return flow.endCopy();
  }

  @Override
  public Optional<Trace> trace() {
    return Optional.ofNullable(flow.traceProperty().get());
  }

  @Override
  public String whereabouts() {
    return texts.of("flow.at", sequenceText(), loss());
  }

  @Override
  public List<String> marks() {
    return List.of("s" + loss(), sequenceText());
  }
}

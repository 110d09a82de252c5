package dev.backstep.ui.mycode;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of My code, and of its numbers on Step. */
public record MyCodeRoom(
    MyCodeViewModel code,
    CodeVisit visit,
    ViewOptions options,
    Texts texts,
    Notices notices,
    Saving saving)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        CodeGridController.class, () -> new CodeGridController(code, options, texts),
        CodeHelpController.class, () -> new CodeHelpController(code, texts, notices),
        CodeVisitController.class, () -> new CodeVisitController(visit, options, texts),
        DiagnosisController.class, () -> new DiagnosisController(code, visit, texts),
        MyCodeController.class, () -> new MyCodeController(code, texts, saving),
        PastedController.class, () -> new PastedController(code.pasted(), texts),
        PythonController.class, () -> new PythonController(code.python(), texts),
        TakenController.class, () -> new TakenController(code, texts));
  }
}

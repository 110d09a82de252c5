package dev.backstep.ui.mycode;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.io.python.WatchedCalls;
import dev.backstep.io.python.WatchedCalls.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The call of a watched file that is shown: the first that is wrong, or the last if all are right.
 *
 * @param judged how many calls could be judged
 */
record WatchedCheck(Call call, CodeCheck check, int judged) {
  private record Judged(Call call, CodeCheck.Judged judged) {
    Verdict verdict() {
      return judged.verdict();
    }
  }

  /**
   * Judges the calls that were caught.
   *
   * @throws ArrayFileException if there is none that can be read
   * @throws SubmissionException if there is none in which something can be checked
   */
  static WatchedCheck of(Path folder, WatchedCalls watched, BooleanSupplier cancelled)
      throws ArrayFileException, SubmissionException {
    List<Judged> judged = new ArrayList<>();
    for (Call call : watched.calls()) {
      try {
        judged.add(new Judged(call, CodeCheck.judged(folder.resolve(call.file()), Map.of())));
      } catch (SubmissionException refused) {
        boolean isLast = call == watched.calls().get(watched.calls().size() - 1);
        if (isLast && judged.isEmpty()) {
          // What contains the others stands first, and has most to say.
          CodeCheck.judged(folder.resolve(watched.calls().get(0).file()), Map.of());
          throw refused;
        }
      }
    }
    Judged shown = shown(judged);
    CodeCheck check = CodeCheck.of(shown.judged(), shown.call().notes(), cancelled);
    return new WatchedCheck(shown.call(), check, judged.size());
  }

  /**
   * The one that is shown. Where the whole is right its parts are; and a call that makes several
   * passes is not wrong by itself where they are right: its variables may be of different ones.
   */
  private static Judged shown(List<Judged> judged) {
    Set<String> ofPasses =
        judged.stream()
            .filter(each -> each.verdict().submission().length() > 1)
            .map(each -> each.call().within())
            .collect(Collectors.toSet());
    Set<String> right =
        judged.stream()
            .filter(each -> each.verdict().agrees())
            .map(each -> each.call().file())
            .collect(Collectors.toSet());
    return judged.stream()
        .filter(each -> !each.verdict().agrees() && !right.contains(each.call().within()))
        .filter(each -> each.call().parts() <= 1 || !ofPasses.contains(each.call().file()))
        .findFirst()
        .orElseGet(() -> lastRight(judged, right));
  }

  private static Judged lastRight(List<Judged> judged, Set<String> right) {
    return judged.stream()
        .filter(each -> each.verdict().agrees() && !right.contains(each.call().within()))
        .reduce((earlier, later) -> later)
        .orElse(judged.get(0));
  }
}

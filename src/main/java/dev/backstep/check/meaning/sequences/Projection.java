package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The state that a sequence of words begins with where it is made of the features of a picture. */
final class Projection {
  private final Draft draft;
  private final int hidden;

  Projection(Draft draft) {
    this.draft = draft;
    hidden = draft.found().weights().hidden();
  }

  /** Takes it where there are features, a matrix and a bias for it, and no h0. */
  void take() {
    Optional<String> features = named("features");
    Optional<String> weights = named("wproj");
    Optional<String> bias = named("bproj");
    if (draft.has("h0") || features.isEmpty() || weights.isEmpty() || bias.isEmpty()) {
      return;
    }
    int batch = draft.batch();
    int width = (int) (draft.found().get(features.get()).count() / batch);
    Optional<View> x = draft.view(features.get(), Layout.states(batch, width));
    Optional<View> w = draft.view(weights.get(), new Layout("BN", width, hidden));
    Optional<View> b = draft.view(bias.get(), new Layout("N", hidden));
    if (x.isEmpty() || w.isEmpty() || b.isEmpty()) {
      return;
    }
    draft.take("h0", features.get(), x.get().reading(), () -> product(x.get(), w.get(), b.get()));
    Stream.of("features", "wproj", "bproj", "dfeatures", "dwproj", "dbproj")
        .flatMap(plain -> named(plain).stream())
        .forEach(draft.used()::add);
    draft.remark(
        String.format(
            Locale.ROOT,
            "h0 is %s @ %s + %s, whose own gradients are left out.",
            features.get(),
            weights.get(),
            bias.get()));
  }

  private Optional<String> named(String plain) {
    List<String> free = new ArrayList<>(draft.found().names());
    free.removeIf(draft::isUsed);
    return free.stream().filter(name -> UsualNames.plain(name).equals(plain)).findFirst();
  }

  private Source product(View x, View weights, View bias) {
    int batch = draft.batch();
    double[] values = new double[batch * hidden];
    for (int b = 0; b < batch; b++) {
      for (int i = 0; i < hidden; i++) {
        double sum = 0;
        for (int k = 0; k < x.shape()[1]; k++) {
          sum += x.at(b, k) * weights.at(k, i);
        }
        values[b * hidden + i] = sum + bias.at(i);
      }
    }
    String name =
        String.format(Locale.ROOT, "%s @ %s + %s", x.array(), weights.array(), bias.array());
    return new Source(
        name,
        x.array(),
        new int[] {batch, hidden},
        values,
        x.data().kind(),
        index -> "[" + index[0] + "]");
  }
}

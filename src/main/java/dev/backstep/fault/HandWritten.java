package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Weight;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of NumPy that were written by hand, in the names and the orientation of a file. They are
 * written in column vectors and the names of the literature where vectors are columns in the file;
 * else in row vectors and the names of the project.
 */
record HandWritten(Net net, Notation notation) {
  /** A name that is no attribute, with a sign of transposition or a bracket behind it. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*+)(\\.T\\b|\\[)?");

  private static final Pattern OUTER = Pattern.compile("np\\.outer\\((.+), (\\w+)\\)");
  private static final Pattern PRODUCT = Pattern.compile("(\\w+) @ (\\w+)\\.T");

  /** Lines after one another. */
  String lines(String written) {
    return Stream.of(written.split("\n", -1)).map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(String written) {
    int comment = written.indexOf('#');
    return comment < 0
        ? code(written)
        : code(written.substring(0, comment)) + notation.named(written.substring(comment));
  }

  private String code(String written) {
    String code = written;
    for (Weight weight : net.weights()) {
      code = isTurned(weight) ? withTurnedShare(code, "d" + written(weight)) : code;
    }
    return NAME.matcher(code).replaceAll(found -> Matcher.quoteReplacement(renamed(found)));
  }

  private String written(Weight weight) {
    return notation.hasColumns() ? weight.inLiterature() : weight.name();
  }

  private Optional<Weight> weight(String written) {
    return net.weights().stream().filter(weight -> written(weight).equals(written)).findFirst();
  }

  /** Whether a weight stands the other way round than in the lines. */
  private boolean isTurned(Weight weight) {
    boolean isTransposed = notation.hasColumns() && weight.isTransposedThere();
    return !weight.isBias() && notation.isTransposed(weight) != isTransposed;
  }

  /** What a gradient becomes, or what is added to it, is turned round as the gradient is. */
  private static String withTurnedShare(String line, String gradient) {
    Matcher share = Pattern.compile("(.*\\b" + gradient + " \\+?= )(.*?)( *)").matcher(line);
    return share.matches() ? share.group(1) + turned(share.group(2)) + share.group(3) : line;
  }

  private static String turned(String matrix) {
    Matcher outer = OUTER.matcher(matrix);
    if (outer.matches()) {
      return "np.outer(" + outer.group(2) + ", " + outer.group(1) + ")";
    }
    Matcher product = PRODUCT.matcher(matrix);
    return product.matches()
        ? product.group(2) + " @ " + product.group(1) + ".T"
        : "(" + matrix + ").T";
  }

  private String renamed(MatchResult found) {
    String name = found.group(1);
    String behind = found.group(2) == null ? "" : found.group(2);
    Optional<Weight> weight = weight(name);
    Optional<Weight> differentiated =
        name.startsWith("d") ? weight(name.substring(1)) : Optional.empty();
    if (weight.isPresent()) {
      return notation.name(weight.get()) + (isTurned(weight.get()) ? turnedBehind(behind) : behind);
    }
    // The whole gradient was turned with what is added to it; a part of it is one of a view.
    return differentiated
        .map(
            of -> {
              boolean isPart = isTurned(of) && behind.equals("[");
              return notation.gradient(of) + (isPart ? turnedBehind(behind) : behind);
            })
        .orElseGet(() -> notation.renamed(name) + behind);
  }

  private static String turnedBehind(String behind) {
    return behind.equals(".T") ? "" : ".T" + behind;
  }
}

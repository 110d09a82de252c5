package dev.backstep.check.meaning.names;

/** What names have in common. */
public final class Names {
  private Names() {}

  /**
   * Whether both have the same path before their last part: {@code rnn.weight_ih rnn.weight_hh}.
   */
  public static boolean areOfOneLayer(String one, String other) {
    String path = path(one);
    return !path.isEmpty() && path.equals(path(other));
  }

  /** What is before the last point or slash. */
  private static String path(String name) {
    String bare = name.replaceFirst(":\\d+$", "");
    int end = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('/'));
    return end < 0 ? "" : bare.substring(0, end);
  }

  /** The length of what both end with, or begin with where that ends a word. */
  public static int common(String matrix, String bias) {
    if (areOfOneLayer(matrix, bias)) {
      return 3;
    }
    String first = rest(matrix);
    String second = rest(bias);
    return !first.isEmpty() && first.equals(second) ? 3 : 0;
  }

  /** A name without what says that it is a matrix or a bias: {@code Wy by}, {@code fc_w fc_b}. */
  private static String rest(String name) {
    return NameWords.bare(name)
        .replaceAll("weights?|kernel|bias(es)?", "")
        .replaceAll("^[wb](?=[^a-z]|[a-z]{1,4}\\d?$)|(?<=[_./])[wb]$", "")
        .replaceAll("[_./]", "");
  }
}

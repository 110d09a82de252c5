package dev.backstep.check.reading;

import dev.backstep.check.meaning.sequences.SequenceSearch;
import dev.backstep.check.meaning.weights.WeightSearch;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user says that arrays of a file are: {@code Whh=W2}, the file's name first, or where
 * only that can be meant ours; {@code junk=-} leaves an array out.
 */
public final class SaidNames {
  private static final String LEFT_OUT = "-";

  /** So many arrays of the file a sentence lists. */
  private static final int TOLD = 12;

  /** The name of a weight of a gate, or of its gradient. */
  private static final Pattern OF_GATE = Pattern.compile("d?((?:W[12]|b)_[a-z]+)");

  private static final Map<String, String> OF_FIELD =
      Map.of("inputs", "x", "targets", "y", "hprev", "h0", "cprev", "c0");

  private final String source;
  private final Collection<String> arrays;
  private final Map<String, String> ofOurs = new LinkedHashMap<>();

  private SaidNames(String source, Collection<String> arrays) {
    this.source = source;
    this.arrays = arrays;
  }

  /** Whether it has a name on either side. */
  public static boolean isOne(String said) {
    return said.matches("[^=]+=[^=]+");
  }

  /**
   * The file's name of an array by ours.
   *
   * @param source the name of the file, for messages
   * @param arrays what the arrays of the file are called
   * @param said each with a name on either side
   * @throws SubmissionException if there is no such array, it can be no such thing, or something is
   *     said twice
   */
  public static Map<String, String> ofOurs(
      String source, Collection<String> arrays, List<String> said) throws SubmissionException {
    SaidNames names = new SaidNames(source, arrays);
    for (String each : said) {
      names.add(each);
    }
    return names.ofOurs;
  }

  /**
   * Requires that what is said to be of a gate is of one that the net has.
   *
   * @param source the name of the file, for messages
   * @param mapped the file's name of an array by our name
   * @param net that was read
   * @throws SubmissionException if it has no such gate
   */
  public static void requireOf(String source, Map<String, String> mapped, Net net)
      throws SubmissionException {
    for (Map.Entry<String, String> each : mapped.entrySet()) {
      String ours = each.getKey();
      Matcher ofGate = OF_GATE.matcher(ours);
      if (ofGate.matches() && !net.names().contains(ofGate.group(1))) {
        throw new SubmissionException(
            source,
            String.format(
                Locale.ROOT,
                "--map %s=%s: the net was read as %s, which has no %s; its weights are %s",
                each.getValue(),
                ours,
                net,
                ofGate.group(1),
                String.join(", ", net.names())));
      }
    }
  }

  private void add(String said) throws SubmissionException {
    String[] sides = said.split("=", -1);
    boolean isTurned = !arrays.contains(sides[0]) && arrays.contains(sides[1]) && isOurs(sides[0]);
    String there = sides[isTurned ? 1 : 0].strip();
    String ours = sides[isTurned ? 0 : 1].strip();
    if (!arrays.contains(there)) {
      throw refused(
          said, "the file has no array " + there + "; it has " + told(arrays.stream().sorted()));
    }
    if (!isOurs(ours)) {
      throw refused(said, ours + " is nothing that an array can be said to be; " + allowed());
    }
    String here = ours.equals(LEFT_OUT) ? LEFT_OUT + there : OF_FIELD.getOrDefault(ours, ours);
    if (ofOurs.containsValue(there)) {
      throw refused(said, "something else is said of " + there + " already");
    }
    String other = ofOurs.put(here, there);
    if (other != null) {
      throw refused(said, other + " is said to be " + ours + " already; only one can be");
    }
  }

  private SubmissionException refused(String said, String reason) {
    return new SubmissionException(source, "--map " + said + ": " + reason);
  }

  private static String told(Stream<String> names) {
    List<String> all = names.toList();
    int more = all.size() - TOLD;
    return all.stream().limit(TOLD).collect(Collectors.joining(", "))
        + (more > 0 ? String.format(Locale.ROOT, " and %d more", more) : "");
  }

  private static boolean isOurs(String name) {
    return name.equals(LEFT_OUT)
        || OF_FIELD.containsKey(name)
        || WeightSearch.isName(name)
        || SequenceSearch.isName(name)
        || Nets.vectors().stream().anyMatch(vector -> isOf(vector, name));
  }

  private static boolean isOf(Vector vector, String name) {
    return vector.name().equals(name)
        || (vector + "0").equals(name)
        || SuppliedTotal.ofState(vector).equals(name);
  }

  private static String allowed() {
    return "it must be W1, W2, W3, bh, bo or E, a weight of a gate as W2_f or b_f (i f g o of an"
        + " LSTM, r z n of a GRU), the same with a d before it for its gradient, x, y, mask,"
        + " lengths, loss_mask, h0, c0, dh0, dc0, loss, lr, a quantity of every timestep as h, o,"
        + " e or dh, or - to leave it out";
  }
}

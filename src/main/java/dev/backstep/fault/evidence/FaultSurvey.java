package dev.backstep.fault.evidence;

import dev.backstep.fault.Fault;
import dev.backstep.math.RowView;
import dev.backstep.net.Axis;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far some faults show on a specimen, and how far they can be told apart there by what is wrong
 * alone: the total gradients, and the gradients at the units of the last timesteps.
 *
 * @param tried the faults that were tried
 * @param unseen those that change no total
 * @param spoilingAll those that change the total of every weight of the cell and of no other
 * @param rows what was looked at in the last timesteps: dh, dh_prev …
 * @param groups faults with the same wrong totals and rows; those with none are in no group
 */
public record FaultSurvey(
    List<Fault> tried,
    List<Fault> unseen,
    List<Fault> spoilingAll,
    List<Vector> rows,
    List<List<Fault>> groups) {
  /** So many timesteps tell apart what time has to do with; fewer leave more faults together. */
  public static final int TIMESTEPS = 3;

  public FaultSurvey {
    tried = List.copyOf(tried);
    unseen = List.copyOf(unseen);
    spoilingAll = List.copyOf(spoilingAll);
    rows = List.copyOf(rows);
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** Goes forward and backward for every fault; it belongs on another thread than the screen's. */
  public static FaultSurvey of(Collection<Fault> faults, Specimen specimen) {
    Trace right = specimen.right();
    List<Vector> rows = rows(right.net());
    List<Fault> unseen = new ArrayList<>();
    List<Fault> spoilingAll = new ArrayList<>();
    Map<Set<String>, List<Fault>> groups = new LinkedHashMap<>();
    for (Fault fault : faults) {
      Trace wrong = specimen.by(fault);
      Set<String> found = wrongTotals(right, wrong);
      if (found.isEmpty()) {
        unseen.add(fault);
      }
      if (isOfCell(found, right.net())) {
        spoilingAll.add(fault);
      }
      found.addAll(wrongRows(right, wrong, rows));
      if (!found.isEmpty()) {
        groups.computeIfAbsent(found, key -> new ArrayList<>()).add(fault);
      }
    }
    return new FaultSurvey(
        List.copyOf(faults), unseen, spoilingAll, rows, List.copyOf(groups.values()));
  }

  /** The gradients at the units. */
  private static List<Vector> rows(Net net) {
    return CheckedQuantity.all(net, Phase.BACKWARD).stream()
        .filter(checked -> !checked.isShare())
        .map(CheckedQuantity::quantity)
        .filter(vector -> vector.axis() == Axis.UNITS)
        .toList();
  }

  /** Whether every weight of the cell is among wrong totals, and no other weight is. */
  private static boolean isOfCell(Set<String> wrong, Net net) {
    Set<String> ofWeights = new LinkedHashSet<>(wrong);
    ofWeights.retainAll(net.names().stream().map(name -> "d" + name).toList());
    return ofWeights.equals(Set.copyOf(totalsOfCell(net)));
  }

  private static List<String> totalsOfCell(Net net) {
    return ((Rule.OfGradients) net.rule("dw_hidden"))
        .gradients().stream().map(gradient -> "d" + gradient.weight()).toList();
  }

  private static Set<String> wrongTotals(Trace right, Trace wrong) {
    Set<String> found = new LinkedHashSet<>();
    Signature.totals(right, wrong)
        .forEach(
            (total, difference) -> {
              if (FaultEffect.isWrong(difference)) {
                found.add(total);
              }
            });
    return found;
  }

  private static Set<String> wrongRows(Trace right, Trace wrong, List<Vector> rows) {
    Set<String> found = new LinkedHashSet<>();
    for (int back = 1; back <= Math.min(TIMESTEPS, right.length()); back++) {
      int t = right.length() - back;
      for (Vector row : rows) {
        Difference difference =
            Difference.between(
                new RowView(right.values(row), t), new RowView(wrong.values(row), t));
        if (FaultEffect.isWrong(difference)) {
          found.add(row + " at T − " + back);
        }
      }
    }
    return found;
  }

  /** Whether most of the faults spoil so much that the totals hardly tell which it is. */
  public boolean areTotalsAlike() {
    return 4 * spoilingAll.size() > 3 * tried.size();
  }

  /** How many faults are alone in their group. */
  public long alone() {
    return groups.stream().filter(group -> group.size() == 1).count();
  }
}

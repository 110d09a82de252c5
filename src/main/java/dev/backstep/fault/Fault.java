package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.BOOKKEEPING;
import static dev.backstep.fault.FaultGroup.LOST_IN_TIME;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Cell.DH_FROM_LATER;
import static dev.backstep.net.Cell.DH_PREV;
import static dev.backstep.net.Cell.H;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;
import static dev.backstep.net.Head.DH_FROM_OUTPUT;
import static dev.backstep.net.Head.E;
import static dev.backstep.net.Head.O;
import static dev.backstep.net.Vanilla.DTANH;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.net.Equation;
import dev.backstep.net.Gradient;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fault that people make in BPTT: other right sides of equations of a net, or what no equation
 * can say. {@link FaultTexts} says what it is called and how its lines read.
 */
public final class Fault {
  /** The net as it is right; the only one without a group. */
  public static final Fault NONE =
      new Fault(
          "none", null, FaultTextKey.of("none"), Scope.EVERY_NET, List.of(), false, rules -> rules);

  /** What has nothing to do with the cell is a fault of gated cells too, where code is checked. */
  private static final Scope ANY_CELL = Scope.PLAIN.inChecksOfEveryCell();

  private static final Scope OF_OUTPUT = ANY_CELL.with(Scope::hasOutput);
  private static final Scope OF_TARGET_IDS = ANY_CELL.with(Scope::hasTargetIds);

  public static final Fault NO_TANH_DERIVATIVE =
      plain("no-tanh-derivative", WRONG_DERIVATIVE, is(DTANH.is(DH)));
  public static final Fault TANH_TWICE =
      plain("tanh-twice", WRONG_DERIVATIVE, is(DTANH.is(oneMinus(square(tanh(H))).by(DH))));
  public static final Fault TANH_OF_PREVIOUS_STEP =
      plain(
          "tanh-of-previous-step",
          WRONG_DERIVATIVE,
          is(DTANH.is(oneMinus(square(H.before())).by(DH))));
  public static final Fault SIGMOID_DERIVATIVE =
      plain("sigmoid-derivative", WRONG_DERIVATIVE, is(DTANH.is(H.by(oneMinus(H)).by(DH))));
  public static final Fault H_NOT_SQUARED =
      plain("h-not-squared", WRONG_DERIVATIVE, is(DTANH.is(oneMinus(H).by(DH))));
  public static final Fault TANH_ON_OUTPUT_PART_ONLY =
      plain(
          "tanh-on-output-part-only",
          WRONG_DERIVATIVE,
          is(
              DTANH.is(oneMinus(square(H)).by(DH_FROM_OUTPUT).plus(DH_FROM_LATER)),
              DTANH.is(oneMinus(square(H)).by(DH_FROM_OUTPUT.plus(DH_FROM_LATER)))));
  public static final Fault DHPREV_SKIPS_TANH =
      of(
          Scope.PLAIN.with(Scope::hasFunction),
          "dhprev-skips-tanh",
          WRONG_DERIVATIVE,
          is(DH_PREV.is(DH.timesTransposed(PlainCell.W2))));
  public static final Fault DHPREV_SKIPS_W2 =
      plain("dhprev-skips-W2", WRONG_DERIVATIVE, is(DH_PREV.is(DTANH)));
  public static final Fault SOFTMAX_TWICE =
      of(
          OF_TARGET_IDS,
          "softmax-twice",
          WRONG_DERIVATIVE,
          OtherSide.remade(Vanilla.NET, E, right -> right.by(O.by(oneMinus(O)))));
  public static final Fault ONE_INDEX_E =
      ofRows(OF_TARGET_IDS, "one-index-e", WRONG_DERIVATIVE, OutputRules.OneIndexE::new);

  public static final Fault MISSING_TRANSPOSE =
      plain("missing-transpose", WRONG_VECTOR, is(DH_PREV.is(DTANH.times(PlainCell.W2))));
  public static final Fault DHPREV_FOR_HPREV =
      plain("dhprev-for-hprev", WRONG_VECTOR, is(PlainCell.W2.of(DH_PREV, DTANH)));
  public static final Fault H_FOR_HPREV =
      plain("h-for-hprev", WRONG_VECTOR, is(PlainCell.W2.of(H, DTANH)));
  public static final Fault OUTER_PRODUCT_TRANSPOSED =
      plain("outer-product-transposed", WRONG_VECTOR, is(PlainCell.W2.of(DTANH, H.before())));
  public static final Fault DBH_FROM_DH =
      of(
          Scope.PLAIN.with(Scope::hasFunction),
          "dbh-from-dh",
          WRONG_VECTOR,
          is(PlainCell.BH.of(DH)));
  public static final Fault W3_FROM_PREVIOUS_STATE =
      of(OF_OUTPUT, "W3-from-previous-state", WRONG_VECTOR, is(Head.W3.of(E, H.before())));
  public static final Fault TARGET_OFF_BY_ONE =
      ofRows(
          OF_TARGET_IDS.with(Scope::readsIds),
          "target-off-by-one",
          WRONG_VECTOR,
          WrongVectors.TargetOffByOne::new);
  public static final Fault TARGET_WRAPS_AROUND =
      ofRows(
          OF_OUTPUT,
          "target-off-by-one-wraps-around",
          WRONG_VECTOR,
          rules -> new WrongVectors.TargetOfOneBefore(rules, true));
  public static final Fault TARGET_OFF_BY_ONE_BUT_FIRST =
      ofRows(
          OF_OUTPUT,
          "target-off-by-one-but-the-first",
          WRONG_VECTOR,
          rules -> new WrongVectors.TargetOfOneBefore(rules, false));

  public static final Fault NO_LATER_DH =
      plain("no-later-dh", LOST_IN_TIME, is(DH.is(DH_FROM_OUTPUT)));
  public static final Fault NO_OUTPUT_DH =
      ofRows(ANY_CELL, "no-output-dh", LOST_IN_TIME, LostInTime.NoOutputDh::new);
  public static final Fault ONE_STEP_ONLY =
      of(ANY_CELL, "one-step-only", LOST_IN_TIME, LostInTime.OneStepOnly::new);
  public static final Fault ACCUMULATE_DH_LATER =
      of(
          ANY_CELL,
          "accumulate-dh-later",
          LOST_IN_TIME,
          is(DH_FROM_LATER.is(DH_PREV.after().plus(DH_FROM_LATER.after()))));
  public static final Fault SKIPS_T0 =
      of(
          ANY_CELL,
          "skips-t0",
          LOST_IN_TIME,
          new FaultTextKey("skips-t0", List.of(), Optional.of(ShareLines.NOT_FIRST)),
          LostInTime.SkipsT0::new);
  public static final Fault H_WRAPS_AROUND =
      of(
          Scope.PLAIN.inChecksOf(LostInTime.HWrapsAround::fits),
          "h-wraps-around",
          LOST_IN_TIME,
          LostInTime.HWrapsAround::new);
  public static final Fault LOSS_AT_LAST_STEP_ONLY =
      ofRows(OF_OUTPUT, "loss-at-last-step-only", LOST_IN_TIME, LostInTime.LossAtLastStepOnly::new);

  public static final Fault ASSIGN_W1 = assigned(PlainCell.W1, Scope.PLAIN);
  public static final Fault ASSIGN_W2 = assigned(PlainCell.W2, Scope.PLAIN);
  public static final Fault ASSIGN_W3 = assigned(Head.W3, OF_OUTPUT);
  public static final Fault ASSIGN_BH = assigned(PlainCell.BH, Scope.PLAIN);
  public static final Fault LOST_ACCUMULATION =
      of(
          Scope.PLAIN,
          "lost-accumulation",
          BOOKKEEPING,
          new FaultTextKey(
              "lost-accumulation", List.of(PlainCell.BH), Optional.of(ShareLines.LOST)),
          rules -> new Bookkeeping.LostAccumulation(rules, Set.of(Parameters.BH)));
  public static final Fault STATES_SHARE_ONE_BUFFER =
      of(ANY_CELL, "states-share-one-buffer", BOOKKEEPING, Bookkeeping.StatesShareOneBuffer::new);
  public static final Fault STALE_H =
      of(OF_OUTPUT, "stale-H", BOOKKEEPING, Bookkeeping.StaleH::new);
  public static final Fault NO_RESET =
      of(ANY_CELL, "no-reset", BOOKKEEPING, Bookkeeping.NoReset::new);
  public static final Fault AVERAGED_BY_T =
      ofRows(OF_OUTPUT, "averaged-by-T", BOOKKEEPING, Bookkeeping.AveragedByT::new);
  public static final Fault CLIPPED_BEFORE_CHECK =
      of(ANY_CELL, "clipped-before-check", BOOKKEEPING, Bookkeeping.ClippedBeforeCheck::new);
  public static final Fault PADDING_UNMASKED =
      of(
          OF_TARGET_IDS.with(Scope::readsIds),
          "padding-unmasked",
          BOOKKEEPING,
          Bookkeeping.PaddingUnmasked::new);

  static final List<Fault> OF_PLAIN_CELLS =
      List.of(
          NO_TANH_DERIVATIVE,
          TANH_TWICE,
          TANH_OF_PREVIOUS_STEP,
          SIGMOID_DERIVATIVE,
          H_NOT_SQUARED,
          TANH_ON_OUTPUT_PART_ONLY,
          DHPREV_SKIPS_TANH,
          DHPREV_SKIPS_W2,
          SOFTMAX_TWICE,
          ONE_INDEX_E,
          MISSING_TRANSPOSE,
          DHPREV_FOR_HPREV,
          H_FOR_HPREV,
          OUTER_PRODUCT_TRANSPOSED,
          DBH_FROM_DH,
          W3_FROM_PREVIOUS_STATE,
          TARGET_OFF_BY_ONE,
          TARGET_WRAPS_AROUND,
          TARGET_OFF_BY_ONE_BUT_FIRST,
          NO_LATER_DH,
          NO_OUTPUT_DH,
          ONE_STEP_ONLY,
          ACCUMULATE_DH_LATER,
          SKIPS_T0,
          H_WRAPS_AROUND,
          LOSS_AT_LAST_STEP_ONLY,
          ASSIGN_W1,
          ASSIGN_W2,
          ASSIGN_W3,
          ASSIGN_BH,
          LOST_ACCUMULATION,
          STATES_SHARE_ONE_BUFFER,
          STALE_H,
          NO_RESET,
          AVERAGED_BY_T,
          CLIPPED_BEFORE_CHECK,
          PADDING_UNMASKED);

  private final String id;
  private final @Nullable FaultGroup group;
  private final FaultTextKey words;
  private final Scope scope;
  private final List<OtherSide> otherSides;
  private final boolean isOfRows;
  private final UnaryOperator<BackwardRules> hooks;
  private final UnaryOperator<BackwardRules> change;
  private final BackwardRules rules;

  private Fault(
      String id,
      @Nullable FaultGroup group,
      FaultTextKey words,
      Scope scope,
      List<OtherSide> otherSides,
      boolean isOfRows,
      UnaryOperator<BackwardRules> hooks) {
    this.id = id;
    this.group = group;
    this.words = words;
    this.scope = scope;
    this.otherSides = List.copyOf(otherSides);
    this.isOfRows = isOfRows;
    this.hooks = hooks;
    change = others -> new OtherSides(hooks.apply(others), this);
    rules = change.apply(BackwardRules.RIGHT);
  }

  /** A fault of the nets of a scope that is nothing but other right sides of equations. */
  static Fault of(Scope scope, String id, FaultGroup group, OtherSide... otherSides) {
    return of(scope, id, group, rules -> rules, otherSides);
  }

  /** One that is other right sides and something besides. */
  static Fault of(
      Scope scope,
      String id,
      FaultGroup group,
      UnaryOperator<BackwardRules> hooks,
      OtherSide... otherSides) {
    return new Fault(id, group, FaultTextKey.of(id), scope, List.of(otherSides), true, hooks);
  }

  /** One that no other right side can say; its lines stand among the texts. */
  static Fault of(Scope scope, String id, FaultGroup group, UnaryOperator<BackwardRules> hooks) {
    return of(scope, id, group, FaultTextKey.of(id), hooks);
  }

  /** The same with texts that it shares with others. */
  static Fault of(
      Scope scope,
      String id,
      FaultGroup group,
      FaultTextKey words,
      UnaryOperator<BackwardRules> hooks) {
    return new Fault(id, group, words, scope, List.of(), false, hooks);
  }

  /** One that no other right side can say, in rows of timesteps or in what each of them adds. */
  static Fault ofRows(
      Scope scope, String id, FaultGroup group, UnaryOperator<BackwardRules> hooks) {
    return new Fault(id, group, FaultTextKey.of(id), scope, List.of(), true, hooks);
  }

  /** A fault of the cell of a net, whatever it reads and predicts. */
  static Fault of(Net net, String id, FaultGroup group, OtherSide... otherSides) {
    return of(Scope.cellOf(net), id, group, otherSides);
  }

  /** A fault of one or more wrong equations of a cell. */
  static Fault of(Net net, String id, FaultGroup group, Equation... wrong) {
    return of(
        net,
        id,
        group,
        Arrays.stream(wrong)
            .map(equation -> OtherSide.of(net, equation))
            .toArray(OtherSide[]::new));
  }

  /** A fault of one or more wrong shares of the gradients of a cell. */
  static Fault of(Net net, String id, FaultGroup group, Gradient... wrong) {
    return of(
        net,
        id,
        group,
        Arrays.stream(wrong)
            .map(gradient -> OtherSide.of(net, gradient))
            .toArray(OtherSide[]::new));
  }

  private static Fault plain(String id, FaultGroup group, OtherSide otherSide) {
    return of(Scope.PLAIN, id, group, otherSide);
  }

  private static OtherSide is(Equation wrong) {
    return OtherSide.of(Vanilla.NET, wrong);
  }

  private static OtherSide is(Equation wrong, Equation right) {
    return OtherSide.of(Vanilla.NET, wrong, right);
  }

  private static OtherSide is(Gradient wrong) {
    return OtherSide.of(Vanilla.NET, wrong);
  }

  private static Fault assigned(Weight weight, Scope scope) {
    return of(
        scope,
        "assign-not-add-" + weight,
        BOOKKEEPING,
        new FaultTextKey("assign-not-add", List.of(weight), Optional.of(ShareLines.ASSIGNED)),
        rules -> new Bookkeeping.AssignNotAdd(rules, Set.of(weight.name())));
  }

  /** The name for files and the command line: missing-transpose. */
  public String id() {
    return id;
  }

  /** Null for none. */
  public @Nullable FaultGroup group() {
    return group;
  }

  /** Whether a run of a net can be made with it; none is one of every net. */
  public boolean isOf(Net net) {
    return scope.isOf(net);
  }

  /** Whether it can be made in a net, if only in other people's code. */
  public boolean fits(Net net) {
    return scope.fits(net);
  }

  /**
   * The same fault by the one name that it has in a net: without the derivative of tanh a net with
   * relu is without that of relu.
   */
  public Fault in(Net net) {
    return FunctionFaults.ALL.stream()
        .filter(own -> own.isOf(net) && isSame(own, net))
        .findFirst()
        .orElse(this);
  }

  /** The same where the net becomes another: none, if that has no such fault. */
  public Fault inOrNone(Net net) {
    return isOf(net) ? in(net) : NONE;
  }

  private boolean isSame(Fault own, Net net) {
    return isWritten() && isOf(net) && changed(net).equals(own.changed(net));
  }

  /** The rules of a net with it; those of the net itself where it is no other right side. */
  List<Rule> changed(Net net) {
    return rules.net(net).rules();
  }

  /** Whether it is about no function that a net has not. */
  boolean hasFunctionsOf(Net net) {
    return otherSides.stream().allMatch(side -> side.hasFunctionsOf(net));
  }

  /** Where its texts stand. */
  FaultTextKey words() {
    return words;
  }

  /**
   * The same at one timestep of a sequence alone: a line that stands in another branch of the loop,
   * or before or behind it. Empty where it is no fault of single timesteps, as that a gradient is
   * not cleared, or one of the forward pass, which later timesteps follow from.
   *
   * @param timestep below 0 counted from the end, as −1 for the last
   */
  public Optional<Fault> at(int timestep) {
    boolean isBackward =
        otherSides.stream().allMatch(side -> side.rule().phase() == Phase.BACKWARD);
    return isOfRows && isBackward
        ? Optional.of(
            new Fault(
                "one-step-only-" + id + "-at-" + (timestep < 0 ? "T" + timestep : timestep),
                group,
                words.at(timestep),
                new Scope(net -> false, scope::fits, net -> true),
                otherSides.stream().map(side -> OtherSide.at(timestep, side)).toList(),
                false,
                others -> new OneTimestep(others, hooks.apply(others), timestep)))
        : Optional.empty();
  }

  /** What it writes in the place of equations of a net; empty where it does something else. */
  List<OtherSide> otherSides(Net net) {
    return otherSides.stream().map(side -> side.in(net)).toList();
  }

  /** Whether it is nothing but other right sides of equations, from which its lines are printed. */
  public boolean isWritten() {
    return !otherSides.isEmpty();
  }

  /** The rules with this wrong. */
  public BackwardRules rules() {
    return rules;
  }

  /** Both faults at once; where both write the same number, this one has the last word. */
  public BackwardRules with(Fault other) {
    return change.apply(other.rules);
  }

  public boolean isNone() {
    return this == NONE;
  }

  @Override
  public String toString() {
    return id;
  }
}

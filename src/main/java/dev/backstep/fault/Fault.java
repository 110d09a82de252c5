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
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fault that people make in BPTT: other right sides of equations of a net, or what no equation
 * can say. {@link FaultTexts} says what it is called and how its lines read.
 */
public final class Fault {
  /** The net as it is right; the only one without a group. */
  public static final Fault NONE = new Fault("none", null, null, List.of(), rules -> rules);

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
      plain(
          "dhprev-skips-tanh", WRONG_DERIVATIVE, is(DH_PREV.is(DH.timesTransposed(PlainCell.W2))));
  public static final Fault DHPREV_SKIPS_W2 =
      plain("dhprev-skips-W2", WRONG_DERIVATIVE, is(DH_PREV.is(DTANH)));
  public static final Fault SOFTMAX_TWICE =
      plain(
          "softmax-twice",
          WRONG_DERIVATIVE,
          is(E.is(O.minus(new Expr.Target()).by(O.by(oneMinus(O))))));
  public static final Fault ONE_INDEX_E =
      plain("one-index-e", WRONG_DERIVATIVE, WrongDerivatives.OneIndexE::new);

  public static final Fault MISSING_TRANSPOSE =
      plain("missing-transpose", WRONG_VECTOR, is(DH_PREV.is(DTANH.times(PlainCell.W2))));
  public static final Fault DHPREV_FOR_HPREV =
      plain("dhprev-for-hprev", WRONG_VECTOR, is(PlainCell.W2.of(DH_PREV, DTANH)));
  public static final Fault H_FOR_HPREV =
      plain("h-for-hprev", WRONG_VECTOR, is(PlainCell.W2.of(H, DTANH)));
  public static final Fault OUTER_PRODUCT_TRANSPOSED =
      plain("outer-product-transposed", WRONG_VECTOR, is(PlainCell.W2.of(DTANH, H.before())));
  public static final Fault DBH_FROM_DH =
      plain("dbh-from-dh", WRONG_VECTOR, is(PlainCell.BH.of(DH)));
  public static final Fault W3_FROM_PREVIOUS_STATE =
      plain("W3-from-previous-state", WRONG_VECTOR, is(Head.W3.of(E, H.before())));
  public static final Fault TARGET_OFF_BY_ONE =
      plain("target-off-by-one", WRONG_VECTOR, WrongVectors.TargetOffByOne::new);
  public static final Fault TARGET_WRAPS_AROUND =
      plain("target-wraps-around", WRONG_VECTOR, WrongVectors.TargetWrapsAround::new);

  public static final Fault NO_LATER_DH =
      plain("no-later-dh", LOST_IN_TIME, is(DH.is(DH_FROM_OUTPUT)));
  public static final Fault NO_OUTPUT_DH =
      plain("no-output-dh", LOST_IN_TIME, LostInTime.NoOutputDh::new);
  public static final Fault ONE_STEP_ONLY =
      plain("one-step-only", LOST_IN_TIME, LostInTime.OneStepOnly::new);
  public static final Fault ACCUMULATE_DH_LATER =
      plain(
          "accumulate-dh-later",
          LOST_IN_TIME,
          is(DH_FROM_LATER.is(DH_PREV.after().plus(DH_FROM_LATER.after()))));
  public static final Fault SKIPS_T0 = plain("skips-t0", LOST_IN_TIME, LostInTime.SkipsT0::new);
  public static final Fault H_WRAPS_AROUND =
      plain("h-wraps-around", LOST_IN_TIME, LostInTime.HWrapsAround::new);
  public static final Fault LOSS_AT_LAST_STEP_ONLY =
      plain("loss-at-last-step-only", LOST_IN_TIME, LostInTime.LossAtLastStepOnly::new);

  public static final Fault ASSIGN_W1 =
      plain("assign-not-add-W1", BOOKKEEPING, assigned(Parameters.W1));
  public static final Fault ASSIGN_W2 =
      plain("assign-not-add-W2", BOOKKEEPING, assigned(Parameters.W2));
  public static final Fault ASSIGN_W3 =
      plain("assign-not-add-W3", BOOKKEEPING, assigned(Parameters.W3));
  public static final Fault ASSIGN_BH =
      plain("assign-not-add-bh", BOOKKEEPING, assigned(Parameters.BH));
  public static final Fault LOST_ACCUMULATION =
      plain("lost-accumulation", BOOKKEEPING, Bookkeeping.LostAccumulation::new);
  public static final Fault STATES_SHARE_ONE_BUFFER =
      plain("states-share-one-buffer", BOOKKEEPING, Bookkeeping.StatesShareOneBuffer::new);
  public static final Fault STALE_H = plain("stale-H", BOOKKEEPING, Bookkeeping.StaleH::new);
  public static final Fault NO_RESET = plain("no-reset", BOOKKEEPING, Bookkeeping.NoReset::new);
  public static final Fault AVERAGED_BY_T =
      plain("averaged-by-T", BOOKKEEPING, Bookkeeping.AveragedByT::new);
  public static final Fault CLIPPED_BEFORE_CHECK =
      plain("clipped-before-check", BOOKKEEPING, Bookkeeping.ClippedBeforeCheck::new);
  public static final Fault PADDING_UNMASKED =
      plain("padding-unmasked", BOOKKEEPING, Bookkeeping.PaddingUnmasked::new);

  private static final List<Fault> OF_PLAIN_CELLS =
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

  private static final Map<Net, List<Fault>> CATALOGUES = new ConcurrentHashMap<>();

  private final String id;
  private final @Nullable FaultGroup group;
  private final @Nullable Net net;
  private final List<OtherSide> otherSides;
  private final UnaryOperator<BackwardRules> change;
  private final BackwardRules rules;

  private Fault(
      String id,
      @Nullable FaultGroup group,
      @Nullable Net net,
      List<OtherSide> otherSides,
      UnaryOperator<BackwardRules> hooks) {
    this.id = id;
    this.group = group;
    this.net = net;
    this.otherSides = List.copyOf(otherSides);
    change = others -> new OtherSides(hooks.apply(others), this);
    rules = change.apply(BackwardRules.RIGHT);
  }

  /**
   * A fault of a net, and of every other that has the same weights and states; one of the vanilla
   * net is a fault of every plain cell, another only of those with the same functions.
   */
  static Fault of(Net net, String id, FaultGroup group, OtherSide... otherSides) {
    return new Fault(id, group, net, List.of(otherSides), rules -> rules);
  }

  /** A fault of one or more wrong equations of a net. */
  static Fault of(Net net, String id, FaultGroup group, Equation... wrong) {
    return of(
        net,
        id,
        group,
        Arrays.stream(wrong)
            .map(equation -> OtherSide.of(net, equation))
            .toArray(OtherSide[]::new));
  }

  /** A fault of one or more wrong shares of the gradients of a net. */
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
    return of(Vanilla.NET, id, group, otherSide);
  }

  /** One that is no other right side of an equation; its lines stand among the texts. */
  private static Fault plain(String id, FaultGroup group, UnaryOperator<BackwardRules> hooks) {
    return new Fault(id, group, Vanilla.NET, List.of(), hooks);
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

  private static UnaryOperator<BackwardRules> assigned(String parameter) {
    return rules -> new Bookkeeping.AssignNotAdd(rules, parameter);
  }

  /**
   * Those of a net, group by group; none of them is {@link #NONE}. What is wrong in one cell can be
   * right in another: the derivative of the sigmoid.
   */
  public static List<Fault> catalogue(Net net) {
    return CATALOGUES.computeIfAbsent(net, Fault::faults);
  }

  private static List<Fault> faults(Net net) {
    return all()
        .filter(fault -> !fault.isNone() && fault.isOf(net) && fault.in(net) == fault)
        .filter(fault -> !fault.isWritten() || !isSame(fault.rules.net(net), net))
        .toList();
  }

  /**
   * Those of a net to choose among: without what is a mistake in the derivative of a function that
   * the net has not, as that h is not squared.
   */
  public static List<Fault> listed(Net net) {
    return catalogue(net).stream()
        .filter(fault -> fault.otherSides.stream().allMatch(side -> side.hasFunctionsOf(net)))
        .toList();
  }

  private static boolean isSame(Net changed, Net net) {
    return changed.rules().equals(net.rules());
  }

  /** Those of the vanilla net. */
  public static List<Fault> catalogue() {
    return OF_PLAIN_CELLS;
  }

  /** None and all those of every net. */
  public static Stream<Fault> all() {
    return Stream.of(
            List.of(NONE),
            OF_PLAIN_CELLS,
            FunctionFaults.ALL,
            LstmFaults.ALL,
            GruFaults.ALL,
            GruResetBeforeFaults.ALL)
        .flatMap(List::stream);
  }

  /** The fault with an id, of whatever net. */
  public static Optional<Fault> of(String id) {
    return all().filter(fault -> fault.id.equals(id)).findFirst();
  }

  /** The fault of a net with an id, none among them. */
  public static Optional<Fault> of(String id, Net net) {
    return of(id).filter(fault -> fault.isOf(net));
  }

  /** The name for files and the command line: missing-transpose. */
  public String id() {
    return id;
  }

  /** Null for none. */
  public @Nullable FaultGroup group() {
    return group;
  }

  /** Whether it is a fault of a net; none is one of every net. */
  public boolean isOf(Net other) {
    return net == null
        || (net.weights().equals(other.weights())
            && net.states().equals(other.states())
            && (net == Vanilla.NET || net.hasFunctionsOf(other)));
  }

  /**
   * The same fault by the one name that it has in a net: without the derivative of tanh a net with
   * relu is without that of relu.
   */
  public Fault in(Net other) {
    return FunctionFaults.ALL.stream()
        .filter(own -> own.isOf(other) && isSame(own, other))
        .findFirst()
        .orElse(this);
  }

  /** The same where the net becomes another: none, if that has no such fault. */
  public Fault inOrNone(Net other) {
    return isOf(other) ? in(other) : NONE;
  }

  private boolean isSame(Fault own, Net other) {
    return isWritten() && isOf(other) && isSame(rules.net(other), own.rules.net(other));
  }

  /** What it writes in the place of equations of a net; empty where it does something else. */
  List<OtherSide> otherSides(Net other) {
    return otherSides.stream().map(side -> side.in(other)).toList();
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

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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fault that people make in BPTT: one wrong line, which overrides one rule of the backward pass.
 * {@link FaultTexts} says what it is called and how the line reads.
 */
public enum Fault {
  /** The backward pass as it is right; the only one without a group. */
  NONE("none", null, rules -> rules),

  NO_TANH_DERIVATIVE(
      "no-tanh-derivative", WRONG_DERIVATIVE, WrongDerivatives.NoTanhDerivative::new, DTANH.is(DH)),
  TANH_TWICE(
      "tanh-twice",
      WRONG_DERIVATIVE,
      WrongDerivatives.TanhTwice::new,
      DTANH.is(oneMinus(square(tanh(H))).by(DH))),
  TANH_OF_PREVIOUS_STEP(
      "tanh-of-previous-step",
      WRONG_DERIVATIVE,
      WrongDerivatives.TanhOfPreviousStep::new,
      DTANH.is(oneMinus(square(H.before())).by(DH))),
  SIGMOID_DERIVATIVE(
      "sigmoid-derivative",
      WRONG_DERIVATIVE,
      WrongDerivatives.SigmoidDerivative::new,
      DTANH.is(H.by(oneMinus(H)).by(DH))),
  H_NOT_SQUARED(
      "h-not-squared",
      WRONG_DERIVATIVE,
      WrongDerivatives.HNotSquared::new,
      DTANH.is(oneMinus(H).by(DH))),
  TANH_ON_OUTPUT_PART_ONLY(
      "tanh-on-output-part-only",
      WRONG_DERIVATIVE,
      WrongDerivatives.TanhOnOutputPartOnly::new,
      DTANH.is(oneMinus(square(H)).by(DH_FROM_OUTPUT).plus(DH_FROM_LATER)),
      DTANH.is(oneMinus(square(H)).by(DH_FROM_OUTPUT.plus(DH_FROM_LATER)))),
  DHPREV_SKIPS_TANH(
      "dhprev-skips-tanh",
      WRONG_DERIVATIVE,
      WrongDerivatives.DhPrevSkipsTanh::new,
      DH_PREV.is(DH.timesTransposed(PlainCell.W2))),
  DHPREV_SKIPS_W2(
      "dhprev-skips-W2", WRONG_DERIVATIVE, WrongDerivatives.DhPrevSkipsW2::new, DH_PREV.is(DTANH)),
  SOFTMAX_TWICE(
      "softmax-twice",
      WRONG_DERIVATIVE,
      WrongDerivatives.SoftmaxTwice::new,
      E.is(O.minus(new Expr.Target()).by(O).by(oneMinus(O)))),
  ONE_INDEX_E("one-index-e", WRONG_DERIVATIVE, WrongDerivatives.OneIndexE::new),

  MISSING_TRANSPOSE(
      "missing-transpose",
      WRONG_VECTOR,
      WrongVectors.MissingTranspose::new,
      DH_PREV.is(DTANH.times(PlainCell.W2))),
  DHPREV_FOR_HPREV(
      "dhprev-for-hprev",
      WRONG_VECTOR,
      WrongVectors.DhPrevForHPrev::new,
      PlainCell.W2.of(DH_PREV, DTANH)),
  H_FOR_HPREV("h-for-hprev", WRONG_VECTOR, WrongVectors.HForHPrev::new, PlainCell.W2.of(H, DTANH)),
  OUTER_PRODUCT_TRANSPOSED(
      "outer-product-transposed",
      WRONG_VECTOR,
      WrongVectors.OuterProductTransposed::new,
      PlainCell.W2.of(DTANH, H.before())),
  DBH_FROM_DH("dbh-from-dh", WRONG_VECTOR, WrongVectors.DbhFromDh::new, PlainCell.BH.of(DH)),
  W3_FROM_PREVIOUS_STATE(
      "W3-from-previous-state",
      WRONG_VECTOR,
      WrongVectors.W3FromPreviousState::new,
      Head.W3.of(E, H.before())),
  TARGET_OFF_BY_ONE("target-off-by-one", WRONG_VECTOR, WrongVectors.TargetOffByOne::new),
  TARGET_WRAPS_AROUND("target-wraps-around", WRONG_VECTOR, WrongVectors.TargetWrapsAround::new),

  NO_LATER_DH("no-later-dh", LOST_IN_TIME, LostInTime.NoLaterDh::new, DH.is(DH_FROM_OUTPUT)),
  NO_OUTPUT_DH("no-output-dh", LOST_IN_TIME, LostInTime.NoOutputDh::new),
  ONE_STEP_ONLY("one-step-only", LOST_IN_TIME, LostInTime.OneStepOnly::new),
  ACCUMULATE_DH_LATER("accumulate-dh-later", LOST_IN_TIME, LostInTime.AccumulateDhLater::new),
  SKIPS_T0("skips-t0", LOST_IN_TIME, LostInTime.SkipsT0::new),
  H_WRAPS_AROUND("h-wraps-around", LOST_IN_TIME, LostInTime.HWrapsAround::new),
  LOSS_AT_LAST_STEP_ONLY(
      "loss-at-last-step-only", LOST_IN_TIME, LostInTime.LossAtLastStepOnly::new),

  ASSIGN_W1("assign-not-add-W1", BOOKKEEPING, assigned(Parameters.W1)),
  ASSIGN_W2("assign-not-add-W2", BOOKKEEPING, assigned(Parameters.W2)),
  ASSIGN_W3("assign-not-add-W3", BOOKKEEPING, assigned(Parameters.W3)),
  ASSIGN_BH("assign-not-add-bh", BOOKKEEPING, assigned(Parameters.BH)),
  LOST_ACCUMULATION("lost-accumulation", BOOKKEEPING, Bookkeeping.LostAccumulation::new),
  STATES_SHARE_ONE_BUFFER(
      "states-share-one-buffer", BOOKKEEPING, Bookkeeping.StatesShareOneBuffer::new),
  STALE_H("stale-H", BOOKKEEPING, Bookkeeping.StaleH::new),
  NO_RESET("no-reset", BOOKKEEPING, Bookkeeping.NoReset::new),
  AVERAGED_BY_T("averaged-by-T", BOOKKEEPING, Bookkeeping.AveragedByT::new),
  CLIPPED_BEFORE_CHECK("clipped-before-check", BOOKKEEPING, Bookkeeping.ClippedBeforeCheck::new),
  PADDING_UNMASKED("padding-unmasked", BOOKKEEPING, Bookkeeping.PaddingUnmasked::new);

  private static final List<Fault> CATALOGUE =
      Arrays.stream(values()).filter(fault -> fault != NONE).toList();

  private final String id;
  private final @Nullable FaultGroup group;
  private final UnaryOperator<BackwardRules> change;
  private final BackwardRules rules;
  private final @Nullable OtherSide otherSide;

  /** A fault that is no other right side of an equation; its lines stand among the texts. */
  Fault(String id, @Nullable FaultGroup group, UnaryOperator<BackwardRules> change) {
    this(id, group, change, (OtherSide) null);
  }

  Fault(String id, FaultGroup group, UnaryOperator<BackwardRules> change, Equation wrong) {
    this(id, group, change, wrong, Vanilla.NET.equation(wrong.left()));
  }

  /** One that is best seen beside the right equation written in another way. */
  Fault(
      String id,
      FaultGroup group,
      UnaryOperator<BackwardRules> change,
      Equation wrong,
      Equation right) {
    this(id, group, change, new OtherSide.OfVector(Vanilla.NET, wrong, right));
  }

  Fault(String id, FaultGroup group, UnaryOperator<BackwardRules> change, Gradient wrong) {
    this(id, group, change, new OtherSide.OfGradient(Vanilla.NET, wrong));
  }

  Fault(
      String id,
      @Nullable FaultGroup group,
      UnaryOperator<BackwardRules> change,
      @Nullable OtherSide otherSide) {
    this.id = id;
    this.group = group;
    this.change = change;
    this.otherSide = otherSide;
    rules = change.apply(BackwardRules.RIGHT);
  }

  private static UnaryOperator<BackwardRules> assigned(String parameter) {
    return rules -> new Bookkeeping.AssignNotAdd(rules, parameter);
  }

  /** All that are wrong, group by group. */
  public static List<Fault> catalogue() {
    return CATALOGUE;
  }

  /** Those of a net. */
  public static List<Fault> catalogue(Net net) {
    return net.states().size() > 1 ? List.of() : CATALOGUE;
  }

  /** The fault with an id. */
  public static Optional<Fault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  /** The name for files and the command line: missing-transpose. */
  public String id() {
    return id;
  }

  /** Null for none. */
  public @Nullable FaultGroup group() {
    return group;
  }

  /** The equation of the vanilla net that it is another right side of; empty where it is none. */
  Optional<OtherSide> otherSide() {
    return Optional.ofNullable(otherSide);
  }

  /** The vanilla net with its wrong equation; empty where the fault is none of an equation. */
  public Optional<Net> net() {
    return otherSide().map(OtherSide::net);
  }

  /** The rules with this one line wrong. */
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
}

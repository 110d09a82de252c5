package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.BOOKKEEPING;
import static dev.backstep.fault.FaultGroup.LOST_IN_TIME;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fault that people make in BPTT: one wrong line, which overrides one rule of the backward pass.
 * {@link FaultTexts} says what it is called and how the line reads.
 */
public enum Fault {
  /** The backward pass as it is right; the only one without a group. */
  NONE("none", null, rules -> rules),

  NO_TANH_DERIVATIVE(
      "no-tanh-derivative", WRONG_DERIVATIVE, WrongDerivatives.NoTanhDerivative::new),
  TANH_TWICE("tanh-twice", WRONG_DERIVATIVE, WrongDerivatives.TanhTwice::new),
  TANH_OF_PREVIOUS_STEP(
      "tanh-of-previous-step", WRONG_DERIVATIVE, WrongDerivatives.TanhOfPreviousStep::new),
  SIGMOID_DERIVATIVE(
      "sigmoid-derivative", WRONG_DERIVATIVE, WrongDerivatives.SigmoidDerivative::new),
  H_NOT_SQUARED("h-not-squared", WRONG_DERIVATIVE, WrongDerivatives.HNotSquared::new),
  TANH_ON_OUTPUT_PART_ONLY(
      "tanh-on-output-part-only", WRONG_DERIVATIVE, WrongDerivatives.TanhOnOutputPartOnly::new),
  DHPREV_SKIPS_TANH("dhprev-skips-tanh", WRONG_DERIVATIVE, WrongDerivatives.DhPrevSkipsTanh::new),
  DHPREV_SKIPS_W2("dhprev-skips-W2", WRONG_DERIVATIVE, WrongDerivatives.DhPrevSkipsW2::new),
  SOFTMAX_TWICE("softmax-twice", WRONG_DERIVATIVE, WrongDerivatives.SoftmaxTwice::new),
  ONE_INDEX_E("one-index-e", WRONG_DERIVATIVE, WrongDerivatives.OneIndexE::new),

  MISSING_TRANSPOSE("missing-transpose", WRONG_VECTOR, WrongVectors.MissingTranspose::new),
  DHPREV_FOR_HPREV("dhprev-for-hprev", WRONG_VECTOR, WrongVectors.DhPrevForHPrev::new),
  H_FOR_HPREV("h-for-hprev", WRONG_VECTOR, WrongVectors.HForHPrev::new),
  OUTER_PRODUCT_TRANSPOSED(
      "outer-product-transposed", WRONG_VECTOR, WrongVectors.OuterProductTransposed::new),
  DBH_FROM_DH("dbh-from-dh", WRONG_VECTOR, WrongVectors.DbhFromDh::new),
  W3_FROM_PREVIOUS_STATE(
      "W3-from-previous-state", WRONG_VECTOR, WrongVectors.W3FromPreviousState::new),
  TARGET_OFF_BY_ONE("target-off-by-one", WRONG_VECTOR, WrongVectors.TargetOffByOne::new),
  TARGET_WRAPS_AROUND("target-wraps-around", WRONG_VECTOR, WrongVectors.TargetWrapsAround::new),

  NO_LATER_DH("no-later-dh", LOST_IN_TIME, LostInTime.NoLaterDh::new),
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
  private final FaultGroup group;
  private final UnaryOperator<BackwardRules> change;
  private final BackwardRules rules;

  Fault(String id, FaultGroup group, UnaryOperator<BackwardRules> change) {
    this.id = id;
    this.group = group;
    this.change = change;
    rules = change.apply(BackwardRules.RIGHT);
  }

  private static UnaryOperator<BackwardRules> assigned(String parameter) {
    return rules -> new Bookkeeping.AssignNotAdd(rules, parameter);
  }

  /** All that are wrong, group by group. */
  public static List<Fault> catalogue() {
    return CATALOGUE;
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
  public FaultGroup group() {
    return group;
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

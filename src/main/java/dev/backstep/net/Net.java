package dev.backstep.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A net as data: its weights, what a cell hands to the next, and everything that is computed, in
 * the order of computation.
 */
public final class Net {
  private final Input input;
  private final Cell cell;
  private final Head head;
  private final List<Weight> weights;
  private final List<String> names;
  private final List<Vector> given;
  private final List<Vector> vectors;
  private final Vector output;
  private final List<Vector> handedBack;
  private final List<Vector> preActivations;
  private final List<Rule> rules;
  private final Map<Vector, Equation> equations = new LinkedHashMap<>();
  private final Map<Vector, Rule> ruleOf = new LinkedHashMap<>();
  private final Map<Weight, Gradient> gradients = new LinkedHashMap<>();
  private final List<Equation> inOrder;
  private final Map<Vector, Integer> places = new HashMap<>();
  private final Set<Vector> read;

  private Net(Input input, Cell cell, Head head, List<Rule> rules) {
    this.input = input;
    this.cell = cell;
    this.head = head;
    this.rules = List.copyOf(rules);
    weights = weights(input, cell, head);
    output = head.output().map(Equation::left).orElse(Cell.H);
    handedBack = cell.handedBack().stream().map(Equation::left).toList();
    given = Stream.concat(input.given().stream(), head.given().stream()).toList();
    rules.forEach(this::index);
    inOrder = List.copyOf(equations.values());
    read =
        Stream.concat(
                equations.values().stream().flatMap(equation -> equation.right().reads()),
                gradients.values().stream().flatMap(Gradient::reads))
            .map(Expr.Of::vector)
            .collect(Collectors.toSet());
    names = weights.stream().map(Weight::name).toList();
    preActivations = findPreActivations();
    vectors = Stream.concat(given.stream(), equations.keySet().stream()).toList();
    vectors.forEach(vector -> places.putIfAbsent(vector, places.size()));
  }

  private void index(Rule rule) {
    if (rule instanceof Rule.OfVector vector) {
      for (Equation equation : vector.equations()) {
        equations.put(equation.left(), equation);
        ruleOf.put(equation.left(), rule);
      }
    } else if (rule instanceof Rule.OfGradients shares) {
      shares.gradients().forEach(gradient -> gradients.put(gradient.weight(), gradient));
    }
  }

  /** A net of its three parts. */
  public static Net of(Input input, Cell cell, Head head) {
    return new Net(input, cell, head, rules(input, cell, head));
  }

  private static List<Weight> weights(Input input, Cell cell, Head head) {
    Stream<Weight> all =
        Stream.of(input.weights(), cell.weights(), head.weights()).flatMap(List::stream);
    Map<Boolean, List<Weight>> byKind = all.collect(Collectors.partitioningBy(Weight::isBias));
    List<Weight> matricesFirst = new ArrayList<>(byKind.get(false));
    matricesFirst.addAll(byKind.get(true));
    return matricesFirst;
  }

  private static List<Rule> rules(Input input, Cell cell, Head head) {
    List<Gradient> ofCell = cell.gradients(input.x());
    List<Rule> rules = new ArrayList<>();
    input.forward().forEach(equation -> rules.add(Rule.of(equation)));
    cell.forward(input.x()).forEach(equation -> rules.add(Rule.of(equation)));
    head.output()
        .ifPresent(
            equation -> {
              rules.add(Rule.of(equation));
              rules.add(new Rule.OfLoss(head.loss(), equation.left()));
            });
    head.error().ifPresent(equation -> rules.add(Rule.of(equation)));
    rules.addAll(cell.backward(head.toState()));
    if (!head.gradients().isEmpty()) {
      rules.add(new Rule.OfGradients("dw_output", head.gradients()));
    }
    rules.add(new Rule.OfGradients("dw_hidden", ofCell));
    rules.add(Rule.of(input.equation(ofCell)));
    if (!input.gradients().isEmpty()) {
      rules.add(new Rule.OfGradients("dw_input", input.gradients()));
    }
    cell.handedBack().forEach(equation -> rules.add(Rule.of(equation)));
    rules.add(Rule.UPDATE);
    return rules;
  }

  /** This net with another right side of one of its equations. */
  public Net with(Equation other) {
    return with(rule -> rule instanceof Rule.OfVector vector ? vector.with(other) : rule);
  }

  /** This net with other shares of the gradient of one of its weights. */
  public Net with(Gradient other) {
    return with(rule -> rule instanceof Rule.OfGradients shares ? shares.with(other) : rule);
  }

  private Net with(UnaryOperator<Rule> change) {
    List<Rule> changed = rules.stream().map(change).toList();
    return new Net(input, cell, head, changed);
  }

  /** The name in settings and files: {@code vanilla}. */
  public String id() {
    return cell.id();
  }

  /** What its cell reads. */
  public Input input() {
    return input;
  }

  /** What it computes from one timestep to the next. */
  public Cell cell() {
    return cell;
  }

  /** What it predicts, and with which loss. */
  public Head head() {
    return head;
  }

  /** The weight matrices and then the biases. */
  public List<Weight> weights() {
    return weights;
  }

  /** The names of the weights, in their order. */
  public List<String> names() {
    return names;
  }

  /**
   * The weight of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Weight weight(String name) {
    return weights.stream()
        .filter(weight -> weight.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter is called '" + name + "'"));
  }

  /** The bias whose start value is a setting, where the cell has gates. */
  public Optional<GateBias> gateBias() {
    return cell.gateBias();
  }

  /** What a cell hands to the next, h first. */
  public List<Vector> states() {
    return cell.states();
  }

  /** The gradients of the states of the cell before, in the order of {@link #states}. */
  public List<Vector> handedBack() {
    return handedBack;
  }

  /** The vector that takes what the cell after hands back: dh_later takes dh_prev. */
  public Vector receiver(Vector ofAfter) {
    return equations().stream()
        .filter(equation -> equation.right().equals(ofAfter.after()))
        .map(Equation::left)
        .findFirst()
        .orElseThrow();
  }

  /** The gradient of what a cell reads. */
  public Vector inputGradient() {
    return input.gradient();
  }

  /** The gradients in the cell of which its weight gradients are made: dtanh of the vanilla net. */
  public List<Vector> preActivations() {
    return preActivations;
  }

  private List<Vector> findPreActivations() {
    return gradients.values().stream()
        .flatMap(gradient -> gradient.right().reads())
        .map(Expr.Of::vector)
        .filter(vector -> vector.phase() == Phase.BACKWARD && vector.axis() == Axis.UNITS)
        .distinct()
        .toList();
  }

  /** The weights that a state is multiplied by on its way to the next: W2 of the vanilla net. */
  public List<Weight> recurrentWeights() {
    return weights.stream()
        .filter(weight -> weight.rows() == Axis.UNITS && weight.cols() == Axis.UNITS)
        .toList();
  }

  /** What the units of the cell are made by: tanh of the vanilla net; each place once. */
  public List<Expr.Apply> functions() {
    return equations.values().stream()
        .filter(equation -> equation.left().phase() == Phase.FORWARD)
        .filter(equation -> equation.left().axis() == Axis.UNITS)
        .flatMap(equation -> equation.right().all())
        .filter(Expr.Apply.class::isInstance)
        .map(Expr.Apply.class::cast)
        .toList();
  }

  /** Whether its units are the same functions of what goes into them as those of another net. */
  public boolean hasFunctionsOf(Net other) {
    return functionsAlone().equals(other.functionsAlone());
  }

  private List<Function> functionsAlone() {
    return functions().stream().map(Expr.Apply::function).toList();
  }

  /** What it predicts; without a head the hidden state. */
  public Vector output() {
    return output;
  }

  /** What goes into the softmax of the output is called: z, where z is no vector of the net. */
  public String logit() {
    return vectors.stream().anyMatch(vector -> vector.written().equals("z")) ? "logit" : "z";
  }

  /** Everything that is computed, in order. */
  public List<Rule> rules() {
    return rules;
  }

  /** What is computed in a phase, in order. */
  public List<Rule> rules(Phase phase) {
    return rules.stream().filter(rule -> rule.phase() == phase).toList();
  }

  /**
   * The rule of a name: {@code dh}, {@code dw_hidden}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Rule rule(String name) {
    return rules.stream()
        .filter(rule -> rule.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule is called '" + name + "'"));
  }

  /** The rule that computes a vector. */
  public Rule ruleOf(Vector vector) {
    return computed(ruleOf, vector);
  }

  /** The rule that adds to the gradient of a weight. */
  public Rule ruleOf(Weight weight) {
    return rules.stream()
        .filter(
            rule ->
                rule instanceof Rule.OfGradients shares
                    && shares.gradients().contains(gradient(weight)))
        .findFirst()
        .orElseThrow();
  }

  /** The vectors that are not computed: real numbers that are read or should be predicted. */
  public List<Vector> given() {
    return given;
  }

  /** Every vector of a cell: those that are given, and the others in the order of computation. */
  public List<Vector> vectors() {
    return vectors;
  }

  /** The place of a vector among {@link #vectors}; −1 if the net has no such vector. */
  public int place(Vector vector) {
    return places.getOrDefault(vector, -1);
  }

  /** How every vector is computed, in order. */
  public List<Equation> equations() {
    return inOrder;
  }

  /** How a vector is computed. */
  public Equation equation(Vector vector) {
    return computed(equations, vector);
  }

  /** What is added to the gradient of each weight, in the order of computation. */
  public List<Gradient> gradients() {
    return List.copyOf(gradients.values());
  }

  /** What is added to the gradient of a weight. */
  public Gradient gradient(Weight weight) {
    return computed(gradients, weight);
  }

  /**
   * The gradients of the units that are computed and not only passed on, in order: dh, dtanh and
   * dh_prev of the vanilla net. They show how the gradient flows from cell to cell.
   */
  public List<Vector> flow() {
    return rules(Phase.BACKWARD).stream()
        .filter(Rule.OfVector.class::isInstance)
        .map(rule -> ((Rule.OfVector) rule).equation().left())
        .filter(vector -> vector.axis() == Axis.UNITS)
        .toList();
  }

  /** Whether a weight is one of the output layer, whose gradient is made of the errors there. */
  public boolean isOfOutput(Weight weight) {
    return gradient(weight).reads().anyMatch(of -> of.vector().equals(Head.E));
  }

  private <K, V> V computed(Map<K, V> all, K of) {
    return Objects.requireNonNull(all.get(of), () -> "the net " + this + " computes no " + of);
  }

  /** Whether another equation or a gradient needs a vector, or it is what the net is for. */
  public boolean isNeeded(Vector vector) {
    return vector.equals(output) || read.contains(vector);
  }

  /** Whether a vector is a part of another and is written out where that one is. */
  public boolean isWrittenOut(Vector vector) {
    return ruleOf.get(vector) instanceof Rule.OfVector rule
        && rule.parts().contains(equation(vector))
        && !equation(vector).isHandedOver();
  }

  /** Which vectors are gates, and which go with them. */
  public Cell.Gating gating() {
    return cell.gating();
  }

  /** What a rule is about. */
  public Rule.Group group(Rule rule) {
    if (rule instanceof Rule.OfGradients || rule.equals(Rule.UPDATE)) {
      return Rule.Group.WEIGHTS;
    }
    if (!(rule instanceof Rule.OfVector of)) {
      return Rule.Group.OUTPUT;
    }
    Vector vector = of.equation().left();
    if (vector.axis() == Axis.OUTPUTS) {
      return Rule.Group.OUTPUT;
    }
    return gating().has(vector) ? Rule.Group.GATES : Rule.Group.STATE;
  }

  /**
   * The whole gradient of a state, of which what the cell after hands back is a part: dh of h.
   *
   * @throws IllegalArgumentException if it is no state of this net
   */
  public Vector gradientOf(Vector state) {
    Expr handedOver = gradientHandedBack(state).after();
    return equations.values().stream()
        .filter(equation -> equation.right().equals(handedOver))
        .map(equation -> ((Rule.OfVector) ruleOf(equation.left())).equation().left())
        .findFirst()
        .orElseThrow();
  }

  private Vector gradientHandedBack(Vector state) {
    int place = states().indexOf(state);
    if (place < 0) {
      throw new IllegalArgumentException(state + " is no state of the net " + this);
    }
    return handedBack.get(place);
  }

  @Override
  public String toString() {
    return id();
  }
}

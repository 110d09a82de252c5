package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Clip;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import dev.backstep.trace.UpdateRule;
import dev.backstep.training.optimizer.Optimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An update that was made, told by the optimiser that made it.
 *
 * @param before the optimiser as the update found it; not used any further
 * @param clipScale what the gradients were multiplied by
 */
record AppliedRule(RunSettings settings, Optimizer before, double clipScale, double squaresBeside)
    implements UpdateRule {
  @Override
  public String optimizer() {
    return settings.optimizer().title();
  }

  @Override
  public UpdateFormulas formulas() {
    return before.formulas();
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("lr", settings.learningRate());
    constants.putAll(before.constants());
    return constants;
  }

  @Override
  public Map<String, Parameters> memoryBefore() {
    return before.memory();
  }

  @Override
  public Clip clip() {
    return settings.clipping().described();
  }

  @Override
  public double clipped(double gradient) {
    return settings.clipping().clipped(gradient, clipScale);
  }

  @Override
  public double remembered(String memory, double was, double gradient) {
    return before.remembered(memory, was, gradient);
  }

  @Override
  public List<Term> remembering(String memory, String index, double was, double gradient) {
    return before.remembering(memory, index, was, gradient);
  }

  @Override
  public Map<String, Term> corrected(String index, double... remembered) {
    return before.corrected(index, remembered);
  }

  @Override
  public double step(double gradient, double... remembered) {
    return before.step(settings.learningRate(), gradient, remembered);
  }

  @Override
  public Term change(String index, double gradient, double... remembered) {
    return before.change(index, settings.learningRate(), gradient, remembered);
  }
}

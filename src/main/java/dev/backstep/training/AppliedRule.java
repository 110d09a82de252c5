package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Clip;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update that was made, told by the optimiser that made it.
 *
 * @param done the optimiser as the update left it; not used any further
 * @param clipScale what the gradients were multiplied by
 */
record AppliedRule(RunSettings settings, Optimizer done, double clipScale) implements UpdateRule {
  @Override
  public String optimizer() {
    return settings.optimizer().title();
  }

  @Override
  public String memoryFormula() {
    return done.memoryFormula();
  }

  @Override
  public Map<String, Double> constants() {
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("lr", settings.learningRate());
    constants.putAll(done.constants());
    return constants;
  }

  @Override
  public Map<String, Parameters> memory() {
    return done.memory();
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
  public Term step(String index, double gradient, double... remembered) {
    return done.step(index, settings.learningRate(), gradient, remembered);
  }
}

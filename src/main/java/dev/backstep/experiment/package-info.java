/**
 * Paired runs over many seeds, which say what one pair cannot: whether a setting makes a
 * difference, and how sure one can be. A {@link dev.backstep.experiment.Plan} says what is run, an
 * {@link dev.backstep.experiment.Experiment} runs it in the background, and a {@link
 * dev.backstep.experiment.Result} says what came out.
 */
@NullMarked
package dev.backstep.experiment;

import org.jspecify.annotations.NullMarked;

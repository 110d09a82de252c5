package dev.backstep.check.verdict;

/**
 * A gradient of the whole sequence.
 *
 * @param gradient what it is: d and the name of a weight, or dh0
 * @param name what the file calls it; the project's name where it was not supplied
 */
public record TotalJudgement(String gradient, String name, Judgement judgement) {}

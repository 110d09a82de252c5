package dev.backstep.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Judgement;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.FaultTexts;
import dev.backstep.words.CheckReport;
import dev.backstep.words.DiagnosisWords;
import dev.backstep.words.Texts;
import java.util.Locale;

/** The outcome of a check, for machines: one object on one line. */
final class CheckJson {
  /** Signs such as − are escaped, so that no console can spoil them. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private CheckJson() {}

  static String line(ObjectNode root) {
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text and numbers can always be written", e);
    }
  }

  /** A file that could not be read. */
  static String refused(String file, String sentence) {
    return line(object(file).put("verdict", "refused").put("reason", sentence));
  }

  static String of(String file, Verdict verdict, Diagnosis diagnosis) {
    ObjectNode root = object(file);
    root.put("verdict", lower(diagnosis.answer(verdict)));
    root.put("cannotBeJudged", verdict.open());
    addSubmission(root, verdict.submission());
    ObjectNode taken = root.putObject("taken");
    verdict
        .submission()
        .naming()
        .taken()
        .forEach((array, ours) -> ours.forEach(taken.putArray(array)::add));
    verdict.remarks().forEach(root.putArray("remarks")::add);
    ArrayNode rows = root.putArray("rows");
    verdict.rows().forEach(row -> add(rows.addObject(), row));
    ArrayNode totals = root.putArray("totals");
    verdict.totals().forEach(total -> add(totals.addObject(), total));
    add(root.putObject("loss"), verdict.loss());
    verdict.firstWrong().ifPresent(wrong -> add(root.putObject("firstWrong"), wrong));
    add(root.putObject("diagnosis"), verdict, diagnosis);
    new CheckReport(verdict, diagnosis).lines().forEach(root.putArray("report")::add);
    return line(root);
  }

  static ObjectNode object(String file) {
    return JsonNodeFactory.instance.objectNode().put("file", file);
  }

  private static void addSubmission(ObjectNode root, Submission submission) {
    root.put("dialect", submission.naming().title())
        .put("cell", submission.given().net().id())
        .put("V", submission.shape().vocabulary())
        .put("H", submission.shape().hidden())
        .put("T", submission.length())
        .put("tolerance", submission.tolerance().relative());
  }

  private static void add(ObjectNode node, RowJudgement row) {
    node.put("name", row.name()).put("supplied", row.isSupplied());
    if (row.isSupplied()) {
      ArrayNode errors = node.putArray("errors");
      row.cells().forEach(cell -> errors.add(cell.error()));
      ArrayNode wrong = node.putArray("differs");
      for (int t : row.wrongTimesteps()) {
        wrong.add(t);
      }
      ArrayNode open = node.putArray("cannotBeJudged");
      for (int t : row.openTimesteps()) {
        open.add(t);
      }
    }
  }

  private static void add(ObjectNode node, TotalJudgement total) {
    node.put("name", total.name()).put("gradient", total.gradient());
    add(node, total.judgement());
  }

  private static void add(ObjectNode node, Judgement judgement) {
    node.put("outcome", lower(judgement.outcome())).put("error", judgement.error());
  }

  private static void add(ObjectNode node, JudgedEntry wrong) {
    node.put("what", wrong.what());
    if (wrong.timestep() >= 0) {
      node.put("t", wrong.timestep());
    }
    node.put("index", wrong.index()).put("right", wrong.right()).put("yours", wrong.yours());
    wrong
        .derivation()
        .ifPresent(derivation -> node.put("arithmetic", CheckReport.arithmetic(derivation)));
  }

  private static void add(ObjectNode node, Verdict verdict, Diagnosis diagnosis) {
    DiagnosisWords words = new DiagnosisWords(Texts.load(), FaultTexts.load(), verdict, diagnosis);
    node.put("sentence", words.headline());
    ArrayNode explanations = node.putArray("explanations");
    diagnosis.explanations().forEach(each -> add(explanations.addObject(), each, words));
    ArrayNode apart = node.putArray("apart");
    diagnosis
        .apart()
        .forEach(
            each ->
                apart
                    .addObject()
                    .put("fault", each.fault().id())
                    .put("remedy", lower(each.needed().kind()))
                    .put("what", each.needed().what()));
    words.howSure().forEach(node.putArray("howSure")::add);
    node.put("faultsTried", diagnosis.faultsTried()).put("pairsTried", diagnosis.pairsTried());
    ArrayNode evidence = node.putArray("weakEvidence");
    diagnosis.weakEvidence().stream().sorted().forEach(each -> evidence.add(lower(each)));
  }

  private static void add(ObjectNode node, Explanation explanation, DiagnosisWords words) {
    ArrayNode faults = node.putArray("faults");
    ArrayNode lines = node.putArray("lines");
    explanation.faults().forEach(fault -> faults.add(fault.id()));
    explanation.batchFault().ifPresent(fault -> faults.add(fault.id()));
    words
        .lines(explanation)
        .forEach(each -> lines.addObject().put("wrong", each.wrong()).put("right", each.right()));
    node.put("twist", lower(explanation.change().kind()))
        .put("value", explanation.change().value())
        .put("of", explanation.change().what());
    explanation.unexplained().stream().sorted().forEach(node.putArray("unexplained")::add);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

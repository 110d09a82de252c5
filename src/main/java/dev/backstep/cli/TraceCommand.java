package dev.backstep.cli;

import dev.backstep.check.reading.ExampleReader;
import dev.backstep.check.reading.GivenSequences;
import dev.backstep.check.reading.Spelling;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.cli.console.OutputFile;
import dev.backstep.fault.Fault;
import dev.backstep.io.WholeFile;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.io.array.BatchArrays;
import dev.backstep.io.array.TraceArrays;
import dev.backstep.math.NdArray;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.net.Net;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backstep trace}: every number of one sequence, forward and back, as NumPy arrays. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Computes one sequence, forward and back, and writes every array as .npz. Exit code: 0"
            + " written, 2 it cannot be computed or written.")
final class TraceCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--params",
      required = true,
      paramLabel = "FILE",
      description =
          "A .npz or a folder of .npy with the weights, and x, y, h0 and c0 if they are there; of a"
              + " batch with lengths or a mask.")
  private Path params;

  @Option(
      names = "--text",
      paramLabel = "WORD",
      description = "The sequence, if FILE has chars, the character of each id.")
  private @Nullable String text;

  @Option(names = "--out", required = true, paramLabel = "OUT.npz", description = "What to write.")
  private Path out;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      completionCandidates = RunOptions.Cells.class,
      description =
          "The net that FILE is of, one of ${COMPLETION-CANDIDATES}; if it is not given, the names"
              + " of the weights tell, and tanh where they tell no function.")
  private @Nullable String cell;

  @Mixin private SequenceOptions sequences = new SequenceOptions();

  @Option(
      names = "--fault",
      paramLabel = "ID",
      defaultValue = "none",
      completionCandidates = FaultIds.class,
      description = FaultIds.DESCRIPTION)
  private String fault;

  @Override
  public Integer call() {
    Fault known = begin();
    Net net = net();
    try {
      String name = String.valueOf(params.getFileName());
      Map<String, NdArray> computed =
          ArrayFile.read(params, arrays -> compute(name, arrays, net, known));
      WholeFile.write(out, ArrayFile.npz(computed));
      return 0;
    } catch (ArrayFileException | SubmissionException refused) {
      return refuse(String.valueOf(refused.getMessage()));
    } catch (IOException e) {
      return refuse(new NotWritten(Texts.load()).sentence(out, e));
    }
  }

  /** The fault to go back with; refuses what cannot be done before anything is read. */
  private Fault begin() {
    try {
      OutputFile.requireWritable("--out", out);
      sequences.head();
      sequences.truncation();
      return FaultIds.require("--fault", fault);
    } catch (IllegalArgumentException refused) {
      throw Refusal.of(spec, refused);
    }
  }

  private @Nullable Net net() {
    try {
      return cell == null ? null : RunOptions.cell(cell);
    } catch (IllegalArgumentException refused) {
      throw Refusal.of(spec, refused);
    }
  }

  private Map<String, NdArray> compute(
      String name, Map<String, NdArray> arrays, @Nullable Net net, Fault known)
      throws SubmissionException {
    Map<String, NdArray> spelt = text == null ? arrays : new Spelling(name, arrays).with(text);
    Map<String, NdArray> computed = computed(name, spelt, net, known);
    keepCharacters(arrays, computed);
    return computed;
  }

  private Map<String, NdArray> computed(
      String name, Map<String, NdArray> arrays, @Nullable Net net, Fault known)
      throws SubmissionException {
    if (!sequences.isAskedFor() && !SequenceOptions.isOfAnyNet(arrays)) {
      Example given = ExampleReader.of(name, arrays, net);
      requireFaultOf(given.net(), known);
      return TraceArrays.of(trace(given, known));
    }
    GivenSequences given = sequences.read(name, arrays, net);
    requireFaultOf(given.batch().net(), known);
    BatchPass pass = BatchPass.of(applied(given, arrays.get("w")), known.rules());
    Map<String, NdArray> computed = BatchArrays.of(pass, given.side());
    if (known.isNone()) {
      computed.putAll(BatchArrays.byLoss(pass));
    }
    return computed;
  }

  private Batch applied(GivenSequences given, @Nullable NdArray lossWeights) {
    try {
      return sequences.applied(given, lossWeights);
    } catch (IllegalArgumentException refused) {
      throw Refusal.of(spec, refused);
    }
  }

  private void requireFaultOf(Net its, Fault known) {
    try {
      FaultIds.requireOf(its, known);
    } catch (IllegalArgumentException refused) {
      throw Refusal.of(spec, refused);
    }
  }

  private static void keepCharacters(Map<String, NdArray> from, Map<String, NdArray> to) {
    for (String name : new String[] {"chars", "vocab"}) {
      if (from.containsKey(name)) {
        NdArray characters = from.get(name);
        to.put(name, new NdArray(characters.kind(), characters.shape(), characters.values()));
      }
    }
  }

  private static Trace trace(Example given, Fault fault) {
    return Trace.of(
        IntStream.range(0, given.shape().vocabulary()).mapToObj(String::valueOf).toList(),
        given,
        Backward.by(fault.rules(), given.shape()),
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  private int refuse(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return REFUSED;
  }
}

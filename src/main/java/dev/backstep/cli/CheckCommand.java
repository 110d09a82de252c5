package dev.backstep.cli;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedException;
import dev.backstep.check.reading.SaidNames;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.cli.console.FileName;
import dev.backstep.cli.console.OutputLost;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.text.Heap;
import dev.backstep.text.ProgramError;
import dev.backstep.words.CheckReport;
import dev.backstep.words.PrintedReport;
import dev.backstep.words.PythonLines;
import dev.backstep.words.Texts;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backstep check FILE…}: whether the numbers of a program are right, and what is wrong. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the arrays of a program of your own and names the line that is wrong. Exit code: 0"
            + " all that can be judged agrees, 1 something differs, 2 a file cannot be read or its"
            + " net is not known, so that it cannot be judged; of several files the highest.",
    footerHeading = "%nWhat writes such a file, with the weights from before the update:%n")
final class CheckCommand implements Callable<Integer> {
  private static final int DIFFERS = 1;
  private static final int REFUSED = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "A .npz as np.savez writes it, or a folder of .npy.")
  private List<String> files = List.of();

  @Option(
      names = "--paste",
      paramLabel = "FILE",
      description =
          "A text with the lines that the functions rnn_backward, rnn_cell_backward, lstm_backward"
              + " and lstm_cell_backward of Coursera's notebook on recurrent nets print with its"
              + " seeded inputs, as dWf[3][1] = -0.081; - is the standard input. It may be given"
              + " beside FILE, and more than once.")
  private List<String> pasted = List.of();

  @Option(names = "--json", description = "One JSON object a file, each on a line of its own.")
  private boolean asJson;

  @Option(
      names = "--map",
      paramLabel = "NAME=OURS",
      description =
          "Says what an array of the file is, by our name: --map Whh=W2, or --map Whh=- to leave it"
              + " out. May be repeated.")
  private List<String> mapped = List.of();

  /** The help shows the same lines of Python as the screen. */
  @Spec
  void describe(CommandSpec described) {
    String[] lines =
        new PythonLines(Texts.load())
            .programs().stream()
                .flatMap(each -> Stream.of("", each.title(), each.lines()))
                .flatMap(text -> text.isEmpty() ? Stream.of(text) : text.lines())
                .toArray(String[]::new);
    described.usageMessage().footer(lines);
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && pasted.isEmpty()) {
      ArgSpec file = spec.positionalParameters().get(0);
      throw new MissingParameterException(spec.commandLine(), file, file.paramLabel());
    }
    for (String said : mapped) {
      if (!SaidNames.isOne(said)) {
        String reason = "--map is “" + said + "”; it must be NAME=OURS, as Whh=W2";
        throw new ParameterException(spec.commandLine(), reason + ".");
      }
    }
    List<IntSupplier> checks = new ArrayList<>();
    files.forEach(file -> checks.add(() -> check(file)));
    pasted.forEach(text -> checks.add(() -> checkPasted(text)));
    int worst = 0;
    for (int i = 0; i < checks.size(); i++) {
      if (i > 0 && !asJson) {
        out().println();
      }
      worst = Math.max(worst, checks.get(i).getAsInt());
    }
    out().flush();
    return worst;
  }

  /** Whatever is wrong with one file, its name even, is said of that one alone. */
  private int check(String typed) {
    try {
      return check(FileName.read(typed));
    } catch (InvalidPathException e) {
      return refuseName("FILE", typed);
    }
  }

  /** The same of a text that holds printed lines. */
  private int checkPasted(String typed) {
    try {
      boolean isInput = typed.equals(PastedText.STANDARD_INPUT);
      PastedText text =
          isInput ? PastedText.ofStandardInput() : PastedText.of(FileName.read(typed));
      PrintedCheck check = text.check();
      if (asJson) {
        out().println(PrintedJson.of(typed, check));
      } else {
        new PrintedReport(text.source(), check).lines().forEach(out()::println);
      }
      return check.agrees() ? 0 : DIFFERS;
    } catch (InvalidPathException e) {
      return refuseName("--paste", typed);
    } catch (PastedText.UnreadableException | PrintedException refused) {
      return refuse(typed, String.valueOf(refused.getMessage()));
    }
  }

  private int check(Path file) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    try {
      Verdict verdict =
          ArrayFile.read(
              file,
              arrays ->
                  BestReading.verdict(
                      name, arrays, SaidNames.ofOurs(name, arrays.keySet(), mapped)));
      Diagnosis diagnosis = Diagnosis.of(verdict);
      if (asJson) {
        out().println(CheckJson.of(file.toString(), verdict, diagnosis));
      } else {
        new CheckReport(verdict, diagnosis).lines().forEach(out()::println);
      }
      return switch (diagnosis.answer(verdict)) {
        case AGREES -> 0;
        case DIFFERS -> DIFFERS;
        case CANNOT_BE_JUDGED -> REFUSED;
      };
    } catch (ArrayFileException | SubmissionException refused) {
      return refuse(file.toString(), String.valueOf(refused.getMessage()));
    } catch (OutputLost lost) {
      throw lost;
    } catch (OutOfMemoryError tooLarge) {
      return refuse(file.toString(), name + ": " + Heap.exceeded() + ".");
    } catch (RuntimeException failure) {
      return refuse(file.toString(), name + ": " + ProgramError.reason(failure) + ".");
    }
  }

  private int refuseName(String argument, String typed) {
    refuse(typed, argument + " is “" + typed + "”; it must be " + FileName.allowed() + ".");
    if (!asJson) {
      spec.commandLine().getErr().println(Refusal.helpOf(spec));
    }
    return REFUSED;
  }

  private int refuse(String file, String sentence) {
    if (asJson) {
      out().println(CheckJson.refused(file, sentence));
    } else {
      spec.commandLine().getErr().println(sentence);
    }
    return REFUSED;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

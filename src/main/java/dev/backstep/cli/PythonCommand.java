package dev.backstep.cli;

import dev.backstep.io.python.PythonSide;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backstep python}: the file with which a Python program has itself checked. */
@Command(
    name = "python",
    mixinStandardHelpOptions = true,
    description = {
      "Prints backstep.py, one file that needs only NumPy: with it a Python program has its own"
          + " backward pass checked. What is printed is the file and nothing else, so “backstep"
          + " python > backstep.py” puts it beside a program. It is shipped as"
          + " share/python/backstep.py as well.",
      ""
    },
    footerHeading = "What it does:%n",
    footer = {
      "",
      "import backstep",
      "backstep.check(**locals())         # in the function, before its update",
      "backstep.assert_right(**locals())  # in a test: AssertionError, or nothing",
      "with backstep.watch(lossFun):      # lossFun stays as it is",
      "    train()",
      "",
      "python3 backstep.py --watch FILE   runs a file and finds its backward pass"
    })
final class PythonCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(PythonSide.text());
    spec.commandLine().getOut().flush();
    PythonSide.shipped()
        .ifPresent(file -> spec.commandLine().getErr().println("The same file is " + file + "."));
    return 0;
  }
}

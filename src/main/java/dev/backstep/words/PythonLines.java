package dev.backstep.words;

import dev.backstep.check.reading.KnownDialect;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The lines of Python that save what a program computed, none longer than 80 characters. */
public record PythonLines(Texts texts) {
  private static final int WIDEST = 80;
  private static final String SAVE = "np.savez(\"mine.npz\", ";
  private static final String INDENT = " ".repeat("np.savez(".length());

  /**
   * A kind of program.
   *
   * @param id in few letters
   * @param title which programs have these names
   * @param lines that save what it computed
   */
  public record Program(String id, String title, String lines) {}

  /** One for each dialect, and one for each net with gates in the project's names. */
  public List<Program> programs() {
    return Stream.of(
            Stream.of(KnownDialect.values()).map(this::program),
            Stream.of(ofCoursera()),
            Nets.ALL.stream().filter(net -> net.preActivations().size() > 1).map(this::program))
        .flatMap(programs -> programs)
        .toList();
  }

  /** A cell whose gradients are given from above. */
  public Program ofCoursera() {
    return new Program(
        "coursera", texts.of("words.dialect.coursera"), texts.of("words.python.coursera"));
  }

  private Program program(KnownDialect dialect) {
    return new Program(id(dialect), title(dialect), of(dialect));
  }

  private Program program(Net net) {
    String title = texts.of("words.dialect.gates", texts.of("words.cell." + net.id()));
    return new Program(net.id(), title, of(net));
  }

  /** The lines for a program that has these names. */
  public String of(KnownDialect dialect) {
    return dialect == KnownDialect.OURS ? of(Vanilla.NET) : texts.of("words.python." + id(dialect));
  }

  /** Which programs have these names. */
  public String title(KnownDialect dialect) {
    return texts.of("words.dialect." + id(dialect));
  }

  private static String id(KnownDialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }

  /** The lines for a program that has the project's names for the weights of a net. */
  private static String of(Net net) {
    Stream<String> sequence =
        Stream.of(
                net.names().stream(),
                net.states().stream().map(state -> state + "0"),
                Stream.of("x", "y"))
            .flatMap(names -> names);
    Stream<String> totals =
        Stream.concat(Stream.of("loss"), net.names().stream().map(name -> "d" + name));
    return SAVE
        + wrapped(sequence, SAVE.length())
        + ",\n"
        + INDENT
        + wrapped(totals, INDENT.length())
        + ",\n"
        + INDENT
        + wrapped(net.flow().stream().map(Vector::name), INDENT.length())
        + ")";
  }

  /** {@code W1=W1, W2=W2}, a line broken where the next would be too long. */
  private static String wrapped(Stream<String> names, int from) {
    StringBuilder lines = new StringBuilder();
    int column = from;
    for (String name : names.toList()) {
      String argument = name + "=" + name;
      boolean isFirst = lines.length() == 0;
      boolean isTooLong = column + argument.length() + ", ,".length() > WIDEST;
      lines.append(isFirst ? "" : isTooLong ? ",\n" + INDENT : ", ");
      column = (isTooLong ? INDENT.length() : column + (isFirst ? 0 : 2)) + argument.length();
      lines.append(argument);
    }
    return lines.toString();
  }
}

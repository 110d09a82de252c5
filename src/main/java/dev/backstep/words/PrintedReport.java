package dev.backstep.words;

import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedEntry;
import dev.backstep.check.printed.PrintedVerdict;
import dev.backstep.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/** What a check of printed numbers came to, as lines of text. */
public final class PrintedReport {
  /** Of whole arrays only numbers that are wrong are shown, and so many of them. */
  private static final int SHOWN = 20;

  private static final Texts TEXTS = Texts.load();

  private final String source;
  private final PrintedCheck check;
  private final List<String> lines = new ArrayList<>();

  /**
   * A report.
   *
   * @param source what was read
   */
  public PrintedReport(String source, PrintedCheck check) {
    this.source = source;
    this.check = check;
  }

  /** Each line without its end. */
  public List<String> lines() {
    for (PrintedVerdict verdict : check.verdicts()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      add(verdict);
    }
    List<String> remarks = PrintedWords.remarks(check);
    if (!remarks.isEmpty()) {
      lines.add("");
      lines.addAll(remarks);
    }
    return lines;
  }

  private void add(PrintedVerdict verdict) {
    PrintedWords words = new PrintedWords(verdict);
    lines.add(source + ": " + words.title());
    lines.add("");
    addEntries(verdict);
    lines.add(words.count());
    lines.add("");
    lines.add(words.headline());
    for (Fault fault : words.named()) {
      addLine("  your line  ", words.faultyLine(fault));
      addLine("  should be  ", words.rightLine(fault));
    }
    words.notes().forEach(note -> lines.add("  " + note));
  }

  private void addEntries(PrintedVerdict verdict) {
    List<PrintedEntry> entries = verdict.shown(SHOWN);
    int label = widest(entries.stream().map(PrintedEntry::label).toList());
    int yours = widest(entries.stream().map(entry -> signed(entry.yours().text())).toList());
    for (PrintedEntry entry : entries) {
      String line =
          pad(entry.label(), label)
              + (entry.agrees() ? " · " : " x ")
              + signed(entry.yours().text());
      lines.add(
          entry.agrees()
              ? line
              : pad(line, label + 3 + yours) + "   right " + signed(entry.rightAlike()));
    }
    int more = verdict.entries().size() - entries.size();
    if (more > 0) {
      lines.add(TEXTS.of("words.printed.more", more));
    }
  }

  private static int widest(List<String> some) {
    return some.stream().mapToInt(String::length).max().orElse(0);
  }

  /** A number with a place for its sign, so that digits stand below one another. */
  private static String signed(String number) {
    String written = number.replace('-', '−').replace("+", "");
    return written.startsWith("−") ? written : " " + written;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void addLine(String head, String code) {
    String[] parts = code.lines().toArray(String[]::new);
    for (int i = 0; i < parts.length; i++) {
      lines.add((i == 0 ? head : " ".repeat(head.length())) + parts[i]);
    }
  }
}

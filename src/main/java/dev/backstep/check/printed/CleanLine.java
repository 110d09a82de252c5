package dev.backstep.check.printed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line without what pages, tables and prompts put around it. */
final class CleanLine {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
  private static final Pattern QUOTED = Pattern.compile("\\s*\"(.*?)(?:\\\\n)?\",?\\s*");
  private static final Pattern PROMPT =
      Pattern.compile("\\s*(?:(?:Out|In) ?\\[[\\s\\d*]{0,8}\\]:|>>>|\\.\\.\\.)");
  private static final Pattern NOTHING = Pattern.compile("[\\s\\-_=:.,;*#~+]*+");

  private CleanLine() {}

  static String of(String line) {
    String plain = withoutQuotes(COLOUR.matcher(line).replaceAll(""));
    plain = plain.replace("&quot;", "\"").replace("&nbsp;", " ");
    plain = TAG.matcher(plain).replaceAll("\t").replace("**", "").replace("`", "");
    StringBuilder clean = new StringBuilder();
    withoutPrompt(plain).codePoints().map(CleanLine::plain).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** In the file of a notebook each line is a text of JSON. */
  private static String withoutQuotes(String line) {
    Matcher quoted = QUOTED.matcher(line);
    return quoted.matches() ? quoted.group(1).replace("\\\"", "\"") : line;
  }

  private static String withoutPrompt(String line) {
    Matcher prompt = PROMPT.matcher(line);
    return prompt.lookingAt() ? line.substring(prompt.end()) : line;
  }

  private static int plain(int character) {
    return switch (character) {
      case '−', '–', '\u2010', '\u2011' -> '-';
      case '“', '”', '„', '″' -> '"';
      case '‘', '’', '′' -> '\'';
      case '|', '\u00a0', '\u2009', '\u202f', '\u200b', '\ufeff' -> ' ';
      default -> character;
    };
  }

  /** Whether a line is empty but for what rules a table or a page off. */
  static boolean saysNothing(String line) {
    return NOTHING.matcher(line).matches();
  }
}

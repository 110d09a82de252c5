package dev.backstep.text;

import java.util.Locale;

/**
 * UTF-8 bytes read character by character, strictly: what the JDK's decoder would replace is
 * refused here with its place. A byte order mark at the start is passed over and CRLF and CR come
 * out as {@code \n}.
 *
 * <p>Written by hand because {@code CharsetDecoder} tells neither the line nor which rule was
 * broken, and because a 50 MB text need not exist a second time as a string.
 */
final class Utf8Text {
  private final String source;
  private final byte[] bytes;
  private int position;
  private int line = 1;
  private boolean lineEnded;
  private boolean byteOrderMark;
  private boolean crLf;
  private boolean cr;

  Utf8Text(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      byteOrderMark = true;
      position = 3;
    }
  }

  boolean hasNext() {
    return position < bytes.length;
  }

  /** The most characters there can be: each has one byte that does not continue another. */
  int mostCharacters() {
    int count = 0;
    for (byte each : bytes) {
      count += (each & 0xC0) == 0x80 ? 0 : 1;
    }
    return count;
  }

  /** The next code point; call only if there is one. */
  int next() throws CorpusException {
    if (lineEnded) {
      line++;
      lineEnded = false;
    }
    int lead = bytes[position];
    if (lead > '\r') {
      position++;
      return lead;
    }
    return lead < 0 ? multiByte(lead & 0xFF) : control(lead);
  }

  /** The line of the character that came last, counted from 1; a line end belongs to its line. */
  int line() {
    return line;
  }

  /** A refusal that names the file and the present line. */
  CorpusException refusal(String reason) {
    return new CorpusException(source, line, reason);
  }

  /** A refusal about the file as a whole. */
  CorpusException refusalOfAll(String reason) {
    return new CorpusException(source, reason);
  }

  boolean hadByteOrderMark() {
    return byteOrderMark;
  }

  boolean hadCrLf() {
    return crLf;
  }

  boolean hadCr() {
    return cr;
  }

  private int control(int read) throws CorpusException {
    if (read == 0) {
      throw refusal(
          "the byte at offset " + position + " is 0, so this is a binary file and not UTF-8 text");
    }
    position++;
    if (read == '\r') {
      boolean withLf = hasNext() && bytes[position] == '\n';
      position += withLf ? 1 : 0;
      crLf |= withLf;
      cr |= !withLf;
    }
    lineEnded = read == '\n' || read == '\r';
    return lineEnded ? '\n' : read;
  }

  /** Two to four bytes: 110xxxxx, 1110xxxx or 11110xxx, then 10xxxxxx each (RFC 3629). */
  private int multiByte(int lead) throws CorpusException {
    if (lead < 0xC0 || lead > 0xF7) {
      throw malformed(lead, "cannot begin a character");
    }
    int following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    int codePoint = lead & (0x3F >> following);
    for (int i = 1; i <= following; i++) {
      codePoint = codePoint << 6 | continuation(lead, i);
    }
    checkCodePoint(lead, following, codePoint);
    position += following + 1;
    return codePoint;
  }

  private int continuation(int lead, int distance) throws CorpusException {
    if (position + distance >= bytes.length) {
      throw malformed(lead, "begins a character that is cut off by the end of the file");
    }
    int read = bytes[position + distance];
    if ((read & 0xC0) != 0x80) {
      throw malformed(lead, "is not followed by the bytes that UTF-8 demands");
    }
    return read & 0x3F;
  }

  private void checkCodePoint(int lead, int following, int codePoint) throws CorpusException {
    int smallest = following == 1 ? 0x80 : following == 2 ? 0x800 : 0x10000;
    if (codePoint < smallest) {
      throw malformed(lead, "begins an overlong form");
    }
    if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
      throw malformed(lead, "begins half of a surrogate pair");
    }
    if (codePoint > Character.MAX_CODE_POINT) {
      throw malformed(lead, "begins a character beyond U+10FFFF");
    }
  }

  private CorpusException malformed(int lead, String rule) {
    boolean utf16 = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
    return refusal(
        String.format(
            Locale.ROOT,
            "the byte 0x%02X at offset %d %s, so the file is not UTF-8%s",
            lead,
            position,
            rule,
            utf16 ? " (it looks like UTF-16)" : ""));
  }

  private boolean startsWith(int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}

package io.passim.ingest.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Marks in an RTF document what Tika leaves unsaid: the end of a cell becomes {@code |} and that of
 * a row the end of a paragraph, as Tika makes a paragraph of each cell; before what ends or begins
 * a page comes a character that no text has. Headers and footers of pages are left out.
 */
final class RtfMarks extends FilterInputStream {
  /** A page ends. */
  static final char END_OF_PAGE = '\uFDD0';

  /** The paragraph is to stand at the top of a page. */
  static final char TOP_OF_PAGE = '\uFDD1';

  /** A section begins, on a page of its own. */
  static final char SECTION = '\uFDD2';

  /** The section begins on the page where the one before ends. */
  static final char SAME_PAGE = '\uFDD3';

  private static final int MAX_WORD = 32;

  private final PushbackInputStream source;
  private byte[] pending = new byte[0];
  private int next;

  RtfMarks(InputStream source) {
    super(new PushbackInputStream(source, 1));
    this.source = (PushbackInputStream) in;
  }

  @Override
  public int read() throws IOException {
    if (next < pending.length) {
      return pending[next++] & 0xFF;
    }
    int c = source.read();
    if (c != '\\') {
      return c;
    }
    pending = replaced(word()).getBytes(StandardCharsets.ISO_8859_1);
    next = 0;
    return read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = 0;
    while (read < length) {
      int c = read();
      if (c < 0) {
        break;
      }
      buffer[offset + read++] = (byte) c;
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** A control word with its number and without its backslash; a symbol is one character. */
  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    boolean numbered = false;
    for (int c = source.read(); c >= 0; c = source.read()) {
      boolean letter = !numbered && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
      boolean digit = !word.isEmpty() && ((c >= '0' && c <= '9') || (c == '-' && !numbered));
      if ((letter || digit) && word.length() < MAX_WORD) {
        word.append((char) c);
        numbered |= digit;
      } else if (word.isEmpty()) {
        return String.valueOf((char) c);
      } else {
        source.unread(c);
        break;
      }
    }
    return word.toString();
  }

  /** What stands instead of a control word or symbol. */
  private static String replaced(String word) {
    return switch (word) {
      // A space that does not break, since the one after a control word belongs to it.
      case "cell", "nestcell" -> "\\~|\\~";
      case "row", "nestrow" -> "\\par";
      case "page" -> mark(END_OF_PAGE) + "\\page";
      case "pagebb", "pagebb1" -> mark(TOP_OF_PAGE) + "\\pagebb";
      case "sect" -> "\\par" + mark(SECTION) + "\\sect";
      case "sbknone", "sbkcol" -> mark(SAME_PAGE) + "\\" + word;
      // Tika leaves out what stands behind a star.
      case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf" ->
          "\\*\\" + word;
      default -> "\\" + word;
    };
  }

  /** A character, and none instead of it for those that do not know it. */
  private static String mark(char mark) {
    return "{\\uc0\\u" + (short) mark + "}";
  }
}

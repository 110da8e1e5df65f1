package io.passim.ingest.parse;

import static io.passim.ingest.parse.BoundedData.atMost;
import static io.passim.ingest.parse.BoundedData.readOptional;
import static io.passim.ingest.parse.BoundedData.readString;
import static io.passim.ingest.parse.BoundedData.writeOptional;
import static io.passim.ingest.parse.BoundedData.writeString;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.LanguageSpan;
import io.passim.document.Page;
import io.passim.document.PageWords;
import io.passim.document.Problem;
import io.passim.document.RecognisedWord;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;

/**
 * What server and worker process say to each other: the worker that it is ready, then for each
 * request any number of marks of progress and of pages that are recognised, and one result. Strings
 * are UTF-8 behind their length in bytes. A file may have taken the worker over: the server
 * believes no length that it is told.
 */
final class ParseProtocol {
  private static final int READY = 'r';
  private static final int PROGRESS = 'p';
  private static final int PAGE = 's';
  private static final int PARSED = 'd';
  private static final int FAILED = 'f';

  /** Of pages, and of headings. */
  private static final int MAX_PARTS = 1_000_000;

  private static final int MAX_BYTES_PER_CHARACTER = 3;
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

  private ParseProtocol() {}

  /** Says that the worker takes requests, and whether it is confined. */
  static void writeReady(DataOutputStream out, boolean confined) throws IOException {
    out.writeByte(READY);
    out.writeBoolean(confined);
    out.flush();
  }

  /** Waits until the worker is ready; returns whether it is confined. */
  static boolean readReady(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    if (kind != READY) {
      throw new StreamCorruptedException("not ready but " + kind);
    }
    return in.readBoolean();
  }

  static void writeRequest(DataOutputStream out, SourceFile file) throws IOException {
    writeString(out, file.path().toAbsolutePath().toString());
    writeString(out, file.filename());
    writeString(out, file.mediaType());
    out.flush();
  }

  static SourceFile readRequest(DataInputStream in) throws IOException {
    return new SourceFile(Path.of(readString(in)), readString(in), readString(in));
  }

  static void writeProgress(DataOutputStream out, double done) throws IOException {
    out.writeByte(PROGRESS);
    out.writeDouble(done);
    out.flush();
  }

  /** Says that text recognition begins to read a page. */
  static void writePage(DataOutputStream out) throws IOException {
    out.writeByte(PAGE);
    out.flush();
  }

  static void writeResult(DataOutputStream out, ParseResult result) throws IOException {
    switch (result) {
      case Parsed parsed -> {
        out.writeByte(PARSED);
        writeParsed(out, parsed);
      }
      case Failed failed -> {
        out.writeByte(FAILED);
        writeString(out, failed.problem().code());
        writeString(out, failed.problem().detail());
      }
    }
    out.flush();
  }

  /**
   * Reads up to the result.
   *
   * @param pageBegins runs when text recognition begins to read a page
   * @param maxCharacters the most characters of the text
   * @throws EOFException if the worker ended before
   * @throws StreamCorruptedException if it says what no worker says
   */
  static ParseResult readResult(
      DataInputStream in, DoubleConsumer progress, Runnable pageBegins, int maxCharacters)
      throws IOException {
    int pages = 0;
    while (true) {
      int kind = in.readUnsignedByte();
      switch (kind) {
        case PROGRESS -> progress.accept(Math.clamp(in.readDouble(), 0.0, 1.0));
        case PAGE -> {
          // Each is given time of its own.
          atMost(Unfolding.MAX_SCANNED_PAGES, ++pages);
          pageBegins.run();
        }
        case PARSED -> {
          return readParsed(in, maxCharacters);
        }
        case FAILED -> {
          return readFailed(in);
        }
        default -> throw new StreamCorruptedException("unknown message " + kind);
      }
    }
  }

  private static void writeParsed(DataOutputStream out, Parsed parsed) throws IOException {
    writeString(out, parsed.title());
    writeOptional(out, parsed.author());
    writeOptional(out, parsed.date());
    writeOptional(out, parsed.language());
    DocumentText text = parsed.text();
    writeString(out, text.text());
    out.writeInt(text.pages().size());
    for (Page page : text.pages()) {
      out.writeInt(page.number());
      writeOptional(out, page.label());
      writeSpan(out, page.span());
    }
    out.writeInt(text.headings().size());
    for (Heading heading : text.headings()) {
      out.writeInt(heading.level());
      writeSpan(out, heading.span());
    }
    out.writeInt(text.languages().size());
    for (LanguageSpan part : text.languages()) {
      writeString(out, part.language());
      writeSpan(out, part.span());
    }
    out.writeInt(text.pagesWithoutText());
    writeWords(out, Objects.requireNonNull(parsed.words()));
  }

  private static void writeWords(DataOutputStream out, List<PageWords> pages) throws IOException {
    out.writeInt(pages.size());
    for (PageWords page : pages) {
      out.writeInt(page.page());
      out.writeInt(page.words().size());
      for (RecognisedWord word : page.words()) {
        writeString(out, word.text());
        out.writeInt(word.line());
        out.writeFloat(word.left());
        out.writeFloat(word.top());
        out.writeFloat(word.width());
        out.writeFloat(word.height());
      }
    }
  }

  private static Failed readFailed(DataInputStream in) throws IOException {
    String code = readString(in);
    if (!CODE.matcher(code).matches()) {
      throw new StreamCorruptedException("no code of a problem");
    }
    return new Failed(new Problem(code, readString(in)));
  }

  private static Parsed readParsed(DataInputStream in, int maxCharacters) throws IOException {
    try {
      return readFields(in, maxCharacters);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw (IOException) new StreamCorruptedException(e.getMessage()).initCause(e);
    }
  }

  private static Parsed readFields(DataInputStream in, int maxCharacters) throws IOException {
    String title = readString(in);
    String author = readOptional(in);
    String date = readOptional(in);
    String language = readOptional(in);
    String text =
        readString(
            in, (int) Math.min(Integer.MAX_VALUE, (long) MAX_BYTES_PER_CHARACTER * maxCharacters));
    List<Page> pages = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      pages.add(new Page(in.readInt(), readOptional(in), readSpan(in)));
    }
    List<Heading> headings = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      headings.add(new Heading(in.readInt(), readSpan(in)));
    }
    List<LanguageSpan> languages = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      languages.add(new LanguageSpan(readString(in), readSpan(in)));
    }
    return new Parsed(
        title,
        author,
        date == null ? null : LocalDate.parse(date),
        language,
        new DocumentText(text, pages, headings, languages, readCount(in)),
        readWords(in, maxCharacters));
  }

  /** So many words at most on all pages, of no more characters together than a text may have. */
  private static List<PageWords> readWords(DataInputStream in, int maxCharacters)
      throws IOException {
    int wordsLeft = TextBuilder.MAX_WORDS;
    int charactersLeft = maxCharacters;
    List<PageWords> pages = new ArrayList<>();
    for (int left = atMost(Unfolding.MAX_SCANNED_PAGES, in.readInt()); left > 0; left--) {
      int page = in.readInt();
      int count = atMost(wordsLeft, in.readInt());
      wordsLeft -= count;
      List<RecognisedWord> words = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        RecognisedWord word = readWord(in);
        charactersLeft = atMost(charactersLeft, charactersLeft - word.text().length());
        words.add(word);
      }
      pages.add(new PageWords(page, words));
    }
    return pages;
  }

  private static RecognisedWord readWord(DataInputStream in) throws IOException {
    return new RecognisedWord(
        readString(in),
        in.readInt(),
        in.readFloat(),
        in.readFloat(),
        in.readFloat(),
        in.readFloat());
  }

  private static void writeSpan(DataOutputStream out, CharSpan span) throws IOException {
    out.writeInt(span.start());
    out.writeInt(span.end());
  }

  private static CharSpan readSpan(DataInputStream in) throws IOException {
    return new CharSpan(in.readInt(), in.readInt());
  }

  private static int readCount(DataInputStream in) throws IOException {
    return atMost(MAX_PARTS, in.readInt());
  }
}

package io.passim.ingest.parse;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import io.passim.document.Problem;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What server and worker process say to each other: for each request any number of progress marks
 * and one result. Strings are UTF-8 behind their length in bytes.
 */
final class ParseProtocol {
  private static final int PROGRESS = 'p';
  private static final int PARSED = 'd';
  private static final int FAILED = 'f';

  private ParseProtocol() {}

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
   * @throws EOFException if the worker ended before
   * @throws StreamCorruptedException if it says what no worker says
   */
  static ParseResult readResult(DataInputStream in, DoubleConsumer progress) throws IOException {
    while (true) {
      int kind = in.readUnsignedByte();
      switch (kind) {
        case PROGRESS -> progress.accept(Math.clamp(in.readDouble(), 0.0, 1.0));
        case PARSED -> {
          return readParsed(in);
        }
        case FAILED -> {
          return new Failed(new Problem(readString(in), readString(in)));
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
  }

  private static Parsed readParsed(DataInputStream in) throws IOException {
    String title = readString(in);
    String author = readOptional(in);
    String date = readOptional(in);
    String language = readOptional(in);
    String text = readString(in);
    List<Page> pages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pages.add(new Page(in.readInt(), readOptional(in), readSpan(in)));
    }
    List<Heading> headings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      headings.add(new Heading(in.readInt(), readSpan(in)));
    }
    return new Parsed(
        title,
        author,
        date == null ? null : LocalDate.parse(date),
        language,
        new DocumentText(text, pages, headings));
  }

  private static void writeSpan(DataOutputStream out, CharSpan span) throws IOException {
    out.writeInt(span.start());
    out.writeInt(span.end());
  }

  private static CharSpan readSpan(DataInputStream in) throws IOException {
    return new CharSpan(in.readInt(), in.readInt());
  }

  private static void writeOptional(DataOutputStream out, @Nullable Object value)
      throws IOException {
    writeString(out, value == null ? "" : value.toString());
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    String string = readString(in);
    return string.isEmpty() ? null : string;
  }

  private static void writeString(DataOutputStream out, String string) throws IOException {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ended " + (length - bytes.length) + " bytes early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads the files inside one uploaded file, to bounds that hold for all of them together. Their
 * names are data: a file inside lies on disk, while it is read, under a name of our own.
 */
final class Unfolding {
  /** How deep containers may stand in one another; the uploaded file itself is 0. */
  static final int MAX_DEPTH = 5;

  static final int MAX_FILES = 1_000;

  /** Of all files inside, unpacked, at every depth. */
  static final long MAX_BYTES = 1L << 30;

  /** What unpacks to more than this many times its size is a bomb, if it is large at all. */
  static final long MAX_RATIO = 200;

  /** Of all files inside, and of the uploaded file itself. */
  static final int MAX_SCANNED_PAGES = 500;

  private static final long SMALL = 16L << 20;
  private static final int MAX_PATH = 300;

  private final FormatReaders readers;
  private int depth;
  private int files;
  private long bytes;
  private int scannedPages;

  Unfolding(FormatReaders readers) {
    this.readers = readers;
  }

  /**
   * Appends a file inside another as a section under its path; of one that cannot be read, why.
   *
   * @param packed its size in bytes as it is stored, 0 if unknown
   * @return null if it was read, else the reason
   * @throws LimitException if the whole is too large
   */
  @Nullable Problem read(String path, InputStream content, long packed, TextBuilder text)
      throws IOException {
    TextBuilder part = text.part();
    String name = displayed(path);
    Problem problem = read(name, content, packed, part, true);
    if (problem != null) {
      part.clear();
      part.paragraph("[" + name + ": " + problem.detail() + "]");
    }
    text.section(name, part.build());
    return problem;
  }

  /** The same, but of one that cannot be read, nothing is said. */
  void readIfPossible(String path, InputStream content, long packed, TextBuilder text)
      throws IOException {
    TextBuilder part = text.part();
    String name = displayed(path);
    if (read(name, content, packed, part, false) == null) {
      text.section(name, part.build());
    }
  }

  /** Says of a file inside another why it cannot be read. */
  void skip(String path, Problem problem, TextBuilder text) {
    count();
    TextBuilder part = text.part();
    part.paragraph("[" + displayed(path) + ": " + problem.detail() + "]");
    text.section(displayed(path), part.build());
  }

  /**
   * Counts pages that text recognition is to read.
   *
   * @throws LimitException if there are too many in the whole
   */
  void countScanned(int pages) {
    scannedPages += pages;
    if (scannedPages > MAX_SCANNED_PAGES) {
      throw new LimitException(
          "The document has more than the "
              + MAX_SCANNED_PAGES
              + " scanned pages that are read of one. Split it.");
    }
  }

  /**
   * Refuses a container of which nothing can be read.
   *
   * @param files how many there are in it
   */
  static void refuseIfAll(List<Problem> problems, int files) throws UnreadableException {
    if (problems.isEmpty() || problems.size() < files) {
      return;
    }
    Problem first = problems.getFirst();
    boolean alike = problems.stream().allMatch(problem -> problem.code().equals(first.code()));
    throw new UnreadableException(
        alike ? first.code() : "document_without_text",
        files == 1
            ? "The one file inside cannot be read: " + first.detail()
            : "None of the "
                + files
                + " files inside can be read. Of the first: "
                + first.detail());
  }

  private @Nullable Problem read(
      String name, InputStream content, long packed, TextBuilder part, boolean ofImages)
      throws IOException {
    count();
    Path spooled = Files.createTempFile("inside", null);
    depth++;
    try {
      if (depth > MAX_DEPTH) {
        throw new LimitException(
            "The file holds files within files more than "
                + MAX_DEPTH
                + " deep. Unpack it and"
                + " upload what is inside.");
      }
      spool(content, spooled, packed);
      if (Files.size(spooled) == 0) {
        return Reasons.empty();
      }
      String type = MediaTypes.detect(spooled, name);
      FormatReader reader = readers.find(type);
      if (reader == null || (!ofImages && MediaTypes.IMAGES.contains(type))) {
        return Reasons.unsupported(type);
      }
      reader.read(new Reading(new SourceFile(spooled, name, type), part, _ -> {}, this));
      return part.isBlank() ? Reasons.withoutText() : null;
    } catch (LimitException e) {
      throw e;
    } catch (IOException
        | SAXException
        | TikaException
        | UnreadableException
        | RuntimeException
        | StackOverflowError e) {
      Problem problem = Reasons.of(e);
      if (problem.code().equals("too_large")) {
        throw new LimitException(problem.detail());
      }
      return problem;
    } finally {
      depth--;
      Files.deleteIfExists(spooled);
    }
  }

  private void count() {
    if (++files > MAX_FILES) {
      throw new LimitException(
          "The file holds more than " + MAX_FILES + " files. Upload them in smaller parts.");
    }
  }

  private void spool(InputStream content, Path to, long packed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        length += read;
        bytes += read;
        if (bytes > MAX_BYTES) {
          throw new LimitException(
              "The file unpacks to more than "
                  + (MAX_BYTES >> 20)
                  + " MB. Upload what is inside"
                  + " in smaller parts.");
        }
        if (packed > 0 && length > SMALL && length / packed > MAX_RATIO) {
          throw new LimitException(
              "The file unpacks to more than "
                  + MAX_RATIO
                  + " times its size. Unpack it and upload"
                  + " what is inside.");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** In one form on all systems, without steps up and without characters that do not show. */
  private static String displayed(String path) {
    String clean = TextCleaner.cleanLine(path.replace('\\', '/'));
    StringBuilder kept = new StringBuilder();
    for (String step : clean.split("/", -1)) {
      if (!step.isBlank() && !step.equals(".") && !step.equals("..")) {
        kept.append(kept.isEmpty() ? "" : "/").append(step.strip());
      }
    }
    return kept.isEmpty() ? "document" : TextCleaner.clip(kept.toString(), MAX_PATH);
  }
}

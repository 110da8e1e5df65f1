package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF, page by page, from the places and fonts of its words. */
final class PdfReader implements FormatReader {
  /** What programs write as the title when nobody gave one. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)\\s*(?:(?:microsoft (?:word|powerpoint|excel) - .*)|untitled.*|sans titre.*|"
              + "\\(?anonymous\\)?|.*\\.(?:docx?|odt|indd|pptx?|xlsx?|pdf|tmp|tex|dvi))\\s*");

  private final int maxCharacters;

  PdfReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public String read(Path file, TextBuilder text, DoubleConsumer progress)
      throws IOException, UnreadableException {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.toFile()),
            "",
            null,
            null,
            IOUtils.createTempFileOnlyStreamCache())) {
      List<PdfPage> pages = new PdfLineCollector(maxCharacters, progress).collect(document);
      PdfLayout.write(pages, text);
      if (text.isBlank() && document.getNumberOfPages() > 0) {
        throw new UnreadableException(
            "document_without_text",
            "The pages hold pictures of text but no text. Run the scan through a program for text"
                + " recognition (OCR) and upload the result.");
      }
      String title = Objects.requireNonNullElse(document.getDocumentInformation().getTitle(), "");
      return NO_TITLE.matcher(title).matches() ? "" : title;
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(
          "document_encrypted",
          "The document is protected by a password. Remove the password and upload it again.");
    }
  }
}

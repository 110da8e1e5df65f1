package io.passim.ingest.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.jspecify.annotations.Nullable;

/**
 * PDF, page by page, from the places and fonts of its words; scans by text recognition. What is
 * attached follows.
 */
final class PdfReader implements FormatReader {
  private static final int MAX_LABEL = 20;

  private final int maxCharacters;
  private final Tesseract tesseract;

  PdfReader(int maxCharacters, Tesseract tesseract) {
    this.maxCharacters = maxCharacters;
    this.tesseract = tesseract;
  }

  @Override
  public FileProperties read(Reading reading) throws IOException, UnreadableException {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(reading.path().toFile()),
            "",
            null,
            null,
            IOUtils.createTempFileOnlyStreamCache())) {
      List<PdfPage> pages =
          new PdfLineCollector(maxCharacters, reading.progress())
              .collect(document).stream().map(PdfColumns::apart).toList();
      PdfScans scans = new PdfScans(tesseract, document);
      pages = scans.recognise(pages, reading);
      PdfLayout.write(pages, labels(document), reading.text());
      PdfAttachments.read(document, reading);
      if (reading.text().isBlank() && document.getNumberOfPages() > 0) {
        throw scans.whyWithoutText();
      }
      return PdfProperties.of(document);
    }
  }

  /** What is printed on each page where it is not its number; damaged labels are none. */
  private static List<@Nullable String> labels(PDDocument document) {
    List<@Nullable String> labels = new ArrayList<>();
    try {
      PDPageLabels declared = document.getDocumentCatalog().getPageLabels();
      if (declared != null) {
        for (String label : declared.getLabelsByPageIndices()) {
          String clean =
              label == null ? "" : TextCleaner.clip(TextCleaner.cleanLine(label), MAX_LABEL);
          boolean number = clean.equals(Integer.toString(labels.size() + 1));
          labels.add(clean.isEmpty() || number ? null : clean);
        }
      }
    } catch (IOException | RuntimeException e) {
      labels.clear();
    }
    return labels;
  }
}

package io.passim.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reader of each format. One instance serves one thread at a time. */
final class FormatReaders {
  private final Map<String, FormatReader> byType = new HashMap<>();

  FormatReaders(int maxCharacters, Tesseract tesseract) {
    byType.put(MediaTypes.PDF, new PdfReader(maxCharacters, tesseract));
    byType.put(MediaTypes.DOCX, new DocxReader());
    byType.put(MediaTypes.PPTX, new SlidesReader());
    byType.put(MediaTypes.PPT, new SlidesReader());
    byType.put(MediaTypes.XLSX, new XlsxReader());
    byType.put(MediaTypes.XLS, new XlsReader());
    byType.put(MediaTypes.DOC, new DocReader());
    byType.put(MediaTypes.MSG, new MsgReader());
    byType.put(MediaTypes.ODT, new OpenDocumentReader());
    byType.put(MediaTypes.ODS, new OpenDocumentReader());
    byType.put(MediaTypes.ODP, new OpenDocumentReader());
    byType.put(MediaTypes.RTF, new RtfReader());
    byType.put(MediaTypes.EPUB, new EpubReader());
    byType.put(MediaTypes.HTML, new HtmlReader());
    byType.put(MediaTypes.MARKDOWN, new MarkdownReader(maxCharacters));
    byType.put(MediaTypes.CSV, new CsvReader());
    byType.put(MediaTypes.TSV, new CsvReader());
    byType.put(MediaTypes.TEXT, new PlainTextReader(maxCharacters));
    byType.put(MediaTypes.EML, new EmlReader(maxCharacters));
    byType.put(MediaTypes.ZIP, new ZipReader());
    for (String image : MediaTypes.IMAGES) {
      byType.put(image, new ImageReader(tesseract));
    }
  }

  @Nullable FormatReader find(String mediaType) {
    return byType.get(mediaType);
  }
}

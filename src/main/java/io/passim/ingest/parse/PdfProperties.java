package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF says of itself: its information dictionary, and where that is silent its XMP (ISO
 * 16684-1), which PDF 2.0 has in its place. What is damaged says nothing.
 */
final class PdfProperties {
  /** What programs write as the title when nobody gave one. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)\\s*(?:(?:microsoft (?:word|powerpoint|excel) - .*)|untitled.*|sans titre.*|"
              + "\\(?anonymous\\)?|.*\\.(?:docx?|odt|indd|pptx?|xlsx?|pdf|tmp|tex|dvi))\\s*");

  /** Of XMP, whose parser holds all of it: as much as programs write, edit histories included. */
  private static final int MAX_BYTES = 4 << 20;

  private PdfProperties() {}

  static FileProperties of(PDDocument document) {
    FileProperties information = of(document.getDocumentInformation());
    if (!information.title().isBlank()
        && information.author() != null
        && information.date() != null) {
      return information;
    }
    FileProperties xmp = ofXmp(document);
    return new FileProperties(
        information.title().isBlank() ? xmp.title() : information.title(),
        information.author() == null ? xmp.author() : information.author(),
        information.date() == null ? xmp.date() : information.date());
  }

  private static FileProperties of(PDDocumentInformation information) {
    return of(
        information.getTitle(),
        information.getAuthor(),
        information.getCreationDate(),
        information.getModificationDate());
  }

  private static FileProperties ofXmp(PDDocument document) {
    try {
      PDMetadata metadata = document.getDocumentCatalog().getMetadata();
      if (metadata == null) {
        return FileProperties.NONE;
      }
      XMPMetadata xmp;
      try (InputStream content = metadata.exportXMPMetadata()) {
        DomXmpParser parser = new DomXmpParser();
        parser.setStrictParsing(false);
        xmp = parser.parse(content.readNBytes(MAX_BYTES));
      }
      DublinCoreSchema core = xmp.getDublinCoreSchema();
      XMPBasicSchema basic = xmp.getXMPBasicSchema();
      List<String> creators = core == null ? null : core.getCreators();
      return of(
          core == null ? null : core.getTitle(),
          creators == null || creators.isEmpty() ? null : String.join(", ", creators),
          basic == null ? null : basic.getCreateDate(),
          basic == null ? null : basic.getModifyDate());
    } catch (IOException | XmpParsingException | BadFieldValueException | RuntimeException e) {
      return FileProperties.NONE;
    }
  }

  private static FileProperties of(
      @Nullable String title,
      @Nullable String author,
      @Nullable Calendar created,
      @Nullable Calendar modified) {
    String said = Objects.requireNonNullElse(title, "");
    Calendar date = created == null ? modified : created;
    return new FileProperties(
        NO_TITLE.matcher(said).matches() ? "" : said,
        author,
        date == null ? null : FileProperties.day(date.toInstant()));
  }
}

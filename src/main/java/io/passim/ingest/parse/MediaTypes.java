package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the media type of a file by its content; among texts, which look alike, by its name.
 *
 * <p>Reads the first bytes, and the directory of a zip or OLE2 file, in process: it unpacks nothing
 * but names of types, and of a zip file whose directory is large it believes the name.
 */
public final class MediaTypes {
  public static final String PDF = "application/pdf";
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String DOC = "application/msword";
  public static final String PPT = "application/vnd.ms-powerpoint";
  public static final String XLS = "application/vnd.ms-excel";
  public static final String MSG = "application/vnd.ms-outlook";
  public static final String ODT = "application/vnd.oasis.opendocument.text";
  public static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
  public static final String ODP = "application/vnd.oasis.opendocument.presentation";
  public static final String RTF = "application/rtf";
  public static final String EPUB = "application/epub+zip";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String CSV = "text/csv";
  public static final String TSV = "text/tab-separated-values";
  public static final String TEXT = "text/plain";
  public static final String EML = "message/rfc822";
  public static final String ZIP = "application/zip";

  /** What text recognition reads, where it is installed. */
  public static final Set<String> IMAGES =
      Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp");

  /** What can be parsed. */
  public static final Set<String> ACCEPTED =
      Set.of(
          PDF,
          DOCX,
          PPTX,
          XLSX,
          DOC,
          PPT,
          XLS,
          MSG,
          ODT,
          ODS,
          ODP,
          RTF,
          EPUB,
          HTML,
          MARKDOWN,
          CSV,
          TSV,
          TEXT,
          EML,
          ZIP,
          "image/png",
          "image/jpeg",
          "image/tiff",
          "image/bmp");

  /** {@link #ACCEPTED} as a person would list them. */
  public static final String IN_WORDS =
      "PDF, Word, PowerPoint, Excel, OpenDocument (.odt, .ods, .odp), RTF, EPUB, HTML, Markdown,"
          + " CSV and TSV, plain text, mail (.eml, .msg), images (PNG, JPEG, TIFF, BMP) and ZIP"
          + " archives of these";

  private static final int MAX_TYPE = 100;

  /** Of tens of thousands of entries. */
  private static final long MAX_ZIP_DIRECTORY = 4L << 20;

  private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

  /** Texts that magic takes for something finer because of their first words. */
  private static final Set<String> READ_AS_TEXT =
      Set.of(EML, "application/mbox", "application/x-sh");

  private static final String MAGIC_OOXML = "application/x-tika-ooxml";

  private static final Set<String> OLE2 =
      Set.of(
          "application/x-tika-msoffice", "application/x-tika-ooxml-protected", DOC, XLS, PPT, MSG);

  private static final Pattern MAIL =
      Pattern.compile(
          "\\A[A-Za-z][A-Za-z0-9-]*:(?s:.*)"
              + "(?<=\\A|\n)(?i:from|to|subject|date|received|return-path|message-id|mime-version):");

  /** What a zip file is that holds an entry of this name, and does not say it better. */
  private static final List<Map.Entry<String, String>> BY_ENTRY =
      List.of(
          Map.entry("word/document.xml", DOCX),
          Map.entry("ppt/presentation.xml", PPTX),
          Map.entry("xl/workbook.xml", XLSX));

  /** What a name says where the content no longer can. */
  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("docx", DOCX),
          Map.entry("docm", DOCX),
          Map.entry("pptx", PPTX),
          Map.entry("pptm", PPTX),
          Map.entry("ppsx", PPTX),
          Map.entry("xlsx", XLSX),
          Map.entry("xlsm", XLSX),
          Map.entry("odt", ODT),
          Map.entry("ods", ODS),
          Map.entry("odp", ODP),
          Map.entry("epub", EPUB));

  private MediaTypes() {}

  /** One of {@link #ACCEPTED}, or what else the file is. */
  public static String detect(Path file, String filename) throws IOException {
    String extension = extension(filename);
    MediaType magic;
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      magic = MAGIC.detect(content, new Metadata());
    }
    String type = magic.getBaseType().toString();
    if (OLE2.contains(type)) {
      return ole2(file, extension);
    }
    if (type.equals(ZIP) || type.equals(MAGIC_OOXML) || BY_EXTENSION.containsValue(type)) {
      return zipped(file, type, extension);
    }
    if (magic.getType().equals("text") || READ_AS_TEXT.contains(type)) {
      return text(file, type, extension);
    }
    return switch (type) {
      case "application/xhtml+xml" -> HTML;
      case "image/x-ms-bmp", "image/x-bmp" -> "image/bmp";
      case "application/octet-stream" ->
          TextEncoding.looksLikeText(file) ? text(file, TEXT, extension) : type;
      default -> type;
    };
  }

  private static String text(Path file, String type, String extension) throws IOException {
    return switch (extension) {
      case "md", "markdown" -> MARKDOWN;
      case "html", "htm", "xhtml" -> HTML;
      case "csv" -> CSV;
      case "tsv", "tab" -> TSV;
      case "txt", "text", "log" -> type.equals(HTML) ? HTML : TEXT;
      case "eml" -> MAIL.matcher(beginning(file)).find() ? EML : TEXT;
      default -> type.equals(HTML) || type.equals(EML) ? type : TEXT;
    };
  }

  private static String ole2(Path file, String extension) throws IOException {
    return Ole2Directory.typeOf(file)
        .orElseGet(() -> BY_EXTENSION.getOrDefault(extension, "application/x-tika-msoffice"));
  }

  private static String zipped(Path file, String type, String extension) throws IOException {
    if (ZipDirectory.claimedBytes(file) > MAX_ZIP_DIRECTORY) {
      // The worker that parses it has a bounded memory of its own.
      return named(type, extension);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Optional<String> openXml = OpenXmlTypes.typeOf(zip);
      if (openXml.isPresent()) {
        return openXml.get();
      }
      for (Map.Entry<String, String> known : BY_ENTRY) {
        if (zip.getEntry(known.getKey()) != null) {
          return known.getValue();
        }
      }
      String declared = declaredIn(zip);
      return BY_EXTENSION.containsValue(declared)
          ? declared
          : type.equals(MAGIC_OOXML) ? ZIP : type;
    } catch (ZipException | EOFException damaged) {
      // Parsing will say that it is damaged.
      return named(type, extension);
    }
  }

  /** What its name is left to say of a zip file. */
  private static String named(String type, String extension) {
    return type.equals(ZIP) || type.equals(MAGIC_OOXML)
        ? BY_EXTENSION.getOrDefault(extension, ZIP)
        : type;
  }

  /** What the entry {@code mimetype} says, which magic sees only where it is the first. */
  private static String declaredIn(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("mimetype");
    if (entry == null) {
      return "";
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return new String(content.readNBytes(MAX_TYPE), StandardCharsets.US_ASCII).strip();
    }
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return new String(content.readNBytes(1000), StandardCharsets.ISO_8859_1)
          .replace("\u00EF\u00BB\u00BF", "");
    }
  }

  private static String extension(String filename) {
    return filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

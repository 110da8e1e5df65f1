package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the media type of a file by its content; among texts, which look alike, by its name.
 *
 * <p>Reads the first bytes, and the directory of a zip file, in process: it unpacks nothing.
 */
public final class MediaTypes {
  public static final String PDF = "application/pdf";
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String TEXT = "text/plain";

  /** What can be parsed. */
  public static final Set<String> ACCEPTED = Set.of(PDF, DOCX, HTML, MARKDOWN, TEXT);

  private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

  /** Texts that magic takes for something finer because of their first words. */
  private static final Set<String> READ_AS_TEXT =
      Set.of("message/rfc822", "application/mbox", "application/x-sh");

  private static final Set<String> ZIP =
      Set.of("application/zip", "application/x-tika-ooxml", DOCX);

  /** The container of legacy Office files and of encrypted new ones. */
  private static final Set<String> OLE2 =
      Set.of("application/x-tika-msoffice", "application/x-tika-ooxml-protected");

  private MediaTypes() {}

  /** One of {@link #ACCEPTED}, or what else the file is. */
  public static String detect(Path file, String filename) throws IOException {
    String name = filename.toLowerCase(Locale.ROOT);
    MediaType magic;
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      magic = MAGIC.detect(content, new Metadata());
    }
    String type = magic.getBaseType().toString();
    if (ZIP.contains(type)) {
      return zipped(file, name);
    }
    if (OLE2.contains(type)) {
      return name.endsWith(".docx") ? DOCX : type;
    }
    if (magic.getType().equals("text") || READ_AS_TEXT.contains(type)) {
      return text(type, name);
    }
    return type.equals("application/xhtml+xml") ? HTML : type;
  }

  private static String text(String type, String name) {
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return MARKDOWN;
    }
    return type.equals(HTML)
            || name.endsWith(".html")
            || name.endsWith(".htm")
            || name.endsWith(".xhtml")
        ? HTML
        : TEXT;
  }

  private static String zipped(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("word/document.xml") != null ? DOCX : "application/zip";
    } catch (ZipException | EOFException damaged) {
      // Its name is all that is left to say what it was; parsing will say that it is damaged.
      return name.endsWith(".docx") ? DOCX : "application/zip";
    }
  }
}

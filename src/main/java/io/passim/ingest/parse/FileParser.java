package io.passim.ingest.parse;

import io.passim.document.DocumentText;
import io.passim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/**
 * Parses in this process, which a hostile file can exhaust: the server calls it in a worker. One
 * instance serves one thread at a time.
 */
final class FileParser {
  private static final Pattern SITE_NAME = Pattern.compile("\\s+[|·–—-]\\s.*");

  private static final int MAX_TITLE = 300;

  private final int maxCharacters;
  private final Map<String, FormatReader> readers;
  private final LanguageDetector languages = new LanguageDetector();

  FileParser(int maxCharacters) {
    this.maxCharacters = maxCharacters;
    readers =
        Map.of(
            MediaTypes.PDF,
            new PdfReader(maxCharacters),
            MediaTypes.DOCX,
            new DocxReader(),
            MediaTypes.HTML,
            new HtmlReader(),
            MediaTypes.MARKDOWN,
            new MarkdownReader(maxCharacters),
            MediaTypes.TEXT,
            new PlainTextReader(maxCharacters));
  }

  ParseResult parse(SourceFile file, DoubleConsumer progress) {
    FormatReader reader = readers.get(file.mediaType());
    if (reader == null) {
      return failed(
          "unsupported_media_type", "Files of type " + file.mediaType() + " cannot be read.");
    }
    try {
      if (Files.size(file.path()) == 0) {
        return failed("empty_file", "The file is empty.");
      }
      TextBuilder text = new TextBuilder(maxCharacters);
      String title = reader.read(file.path(), text, progress);
      if (text.isBlank()) {
        return failed("document_without_text", "The document holds no text.");
      }
      DocumentText built = text.build();
      return new ParseResult.Parsed(
          clip(title(title, text, file)),
          null,
          null,
          languages.detect(built.text()).orElse(null),
          built);
    } catch (UnreadableException e) {
      return new ParseResult.Failed(e.problem());
    } catch (TextBuilder.TooLongException e) {
      return failed(
          "too_large",
          "The document unfolds to "
              + e.getMessage()
              + ". Split it into smaller documents and upload those.");
    } catch (EncryptedDocumentException e) {
      return failed(
          "document_encrypted",
          "The document is protected by a password. Remove the password and upload it again.");
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      return damaged();
    } catch (StackOverflowError e) {
      return failed(
          "document_damaged",
          "The document is nested deeper than can be read. Save it anew and upload the new file.");
    }
  }

  private static ParseResult damaged() {
    return failed(
        "document_damaged",
        "The file is damaged or incomplete. Open it in the program that made it, save it again and"
            + " upload the new file.");
  }

  private static String title(String ownTitle, TextBuilder text, SourceFile file) {
    String title = TextCleaner.cleanLine(ownTitle);
    String heading = text.firstHeading();
    // Pages of a site carry its name behind their own.
    boolean namesSite =
        !heading.isEmpty()
            && title.startsWith(heading)
            && SITE_NAME.matcher(title.substring(heading.length())).matches();
    if (title.isEmpty() || namesSite) {
      title = heading;
    }
    return title.isEmpty() ? Filenames.withoutExtension(file.filename()) : title;
  }

  private static String clip(String title) {
    if (title.length() <= MAX_TITLE) {
      return title;
    }
    int end = Character.isLowSurrogate(title.charAt(MAX_TITLE)) ? MAX_TITLE - 1 : MAX_TITLE;
    return title.substring(0, end);
  }

  private static ParseResult failed(String code, String detail) {
    return new ParseResult.Failed(new Problem(code, detail));
  }
}

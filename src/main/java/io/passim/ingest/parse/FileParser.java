package io.passim.ingest.parse;

import io.passim.document.DocumentText;
import io.passim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Parses in this process, which a hostile file can exhaust: the server calls it in a worker. One
 * instance serves one thread at a time.
 */
final class FileParser implements DocumentParser {
  private final int maxCharacters;
  private final Map<String, FormatReader> readers;
  private @Nullable LanguageDetector languages;

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

  @Override
  public ParseResult parse(SourceFile file, DoubleConsumer progress) {
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
          title(title, text, file), language(built.text()).orElse(null), built);
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
          "The document is nested deeper than any real document: it is damaged.");
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
    if (title.isEmpty()) {
      title = text.firstHeading();
    }
    return title.isEmpty() ? Filenames.withoutExtension(file.filename()) : title;
  }

  private Optional<String> language(String text) {
    if (languages == null) {
      languages = new LanguageDetector();
    }
    return languages.detect(text);
  }

  private static ParseResult failed(String code, String detail) {
    return new ParseResult.Failed(new Problem(code, detail));
  }
}

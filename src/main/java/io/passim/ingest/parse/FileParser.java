package io.passim.ingest.parse;

import io.passim.document.DocumentText;
import io.passim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
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
  private final FormatReaders readers;
  private final MixedLanguages mixed = new MixedLanguages(new LanguageDetector());

  FileParser(int maxCharacters) {
    this(maxCharacters, new Tesseract());
  }

  FileParser(int maxCharacters, Tesseract tesseract) {
    this.maxCharacters = maxCharacters;
    readers = new FormatReaders(maxCharacters, tesseract);
  }

  ParseResult parse(SourceFile file, DoubleConsumer progress) {
    FormatReader reader = readers.find(file.mediaType());
    if (reader == null) {
      return failed(Reasons.unsupported(file.mediaType()));
    }
    try {
      if (Files.size(file.path()) == 0) {
        return failed(Reasons.empty());
      }
      TextBuilder text = new TextBuilder(maxCharacters);
      FileProperties properties =
          reader.read(new Reading(file, text, progress, new Unfolding(readers)));
      if (text.isBlank()) {
        return failed(Reasons.withoutText());
      }
      DocumentText built = text.build();
      MixedLanguages.Found languages = mixed.find(built.text());
      return new ParseResult.Parsed(
          TextCleaner.clip(title(properties.title(), text, file), MAX_TITLE),
          properties.author(),
          properties.date(),
          languages.main(),
          built.in(languages.others()),
          text.words());
    } catch (IOException
        | SAXException
        | TikaException
        | UnreadableException
        | RuntimeException
        | StackOverflowError e) {
      return failed(Reasons.of(e));
    }
  }

  private static String title(String title, TextBuilder text, SourceFile file) {
    String heading = text.firstHeading();
    // Pages of a site carry its name behind their own.
    boolean namesSite =
        !heading.isEmpty()
            && title.startsWith(heading)
            && SITE_NAME.matcher(title.substring(heading.length())).matches();
    if (!title.isEmpty() && !namesSite) {
      return title;
    }
    // The first heading of an archive is the name of the first file in it.
    return heading.isEmpty() || file.mediaType().equals(MediaTypes.ZIP)
        ? Filenames.withoutExtension(file.filename())
        : heading;
  }

  private static ParseResult failed(Problem problem) {
    return new ParseResult.Failed(problem);
  }
}

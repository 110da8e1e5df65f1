package io.passim.ingest;

import io.passim.document.DamagedTextException;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.DocumentText;
import io.passim.document.Problem;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.DocumentParser;
import io.passim.ingest.parse.ParseResult;
import io.passim.ingest.parse.SourceFile;
import io.passim.store.OriginalStore;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jboss.logging.Logger;

/**
 * Where the text of a document comes from: its original, unless it has been parsed before and the
 * text that was kept is whole.
 */
@Singleton
class TextSource {
  private static final Logger LOG = Logger.getLogger(TextSource.class);

  private final OriginalStore originals;
  private final TextStore texts;
  private final DocumentParser parser;

  @Inject
  TextSource(OriginalStore originals, TextStore texts, DocumentParser parser) {
    this.originals = originals;
    this.texts = texts;
    this.parser = parser;
  }

  ParseResult read(Document document, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException {
    if (document.status() == DocumentStatus.INDEXING) {
      Optional<ParseResult> kept = findWhole(document.id()).map(text -> kept(document, text));
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    Optional<Path> original = originals.find(document.sha256());
    if (original.isEmpty()) {
      return new ParseResult.Failed(
          new Problem(
              "original_missing", "The original is no longer on the server. Upload it again."));
    }
    return parser.parse(
        new SourceFile(original.get(), document.filename(), document.mediaType()),
        progress,
        cancellation);
  }

  private Optional<DocumentText> findWhole(DocumentId id) {
    try {
      return texts.find(id);
    } catch (DamagedTextException e) {
      LOG.warnf("the stored text of %s is damaged, its original is parsed again: %s", id, e);
      return Optional.empty();
    }
  }

  private static ParseResult kept(Document document, DocumentText text) {
    DocumentMetadata metadata = document.metadata();
    return new ParseResult.Parsed(
        metadata.title(), metadata.author(), metadata.date(), document.language(), text, null);
  }
}

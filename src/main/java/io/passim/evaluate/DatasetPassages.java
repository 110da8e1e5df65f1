package io.passim.evaluate;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexedDocument;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.inference.EncoderModel;
import io.passim.ingest.passage.PassageSplitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the contexts of a dataset into an index: each article as one document, cut as uploads are,
 * with vectors at once.
 */
@ApplicationScoped
class DatasetPassages {
  private static final String PARAGRAPHS = "\n\n";
  private static final String DEFAULT_LANGUAGE = "en";

  /** Nobody asks the temporary index whose its vectors are. */
  private static final String ENCODER = "evaluation";

  private final PassageSplitter splitter;
  private final EncoderModel encoder;

  DatasetPassages(PassageSplitter splitter, EncoderModel encoder) {
    this.splitter = splitter;
    this.encoder = encoder;
  }

  /**
   * Adds all articles.
   *
   * @param cancelled asked before each passage
   * @throws CancellationException if it says so
   */
  void addTo(PassageIndex index, SquadDataset dataset, BooleanSupplier cancelled) {
    String usual = language(dataset.questions()).orElse(DEFAULT_LANGUAGE);
    int number = 0;
    for (Article article : dataset.articles()) {
      add(index, new DocumentId("x_" + number++), article, usual, cancelled);
    }
  }

  private void add(
      PassageIndex index, DocumentId id, Article article, String usual, BooleanSupplier cancelled) {
    if (article.contexts().isEmpty()) {
      return;
    }
    String text = String.join(PARAGRAPHS, article.contexts());
    DocumentText whole =
        new DocumentText(text, List.of(new Page(1, new CharSpan(0, text.length()))), List.of());
    String language = language(article.questions()).orElse(usual);
    String title = article.title().replace('_', ' ');
    IndexedPassages passages =
        new IndexedPassages(
            new IndexedDocument(
                id, "dataset", title, title, language, List.of(), null, Instant.EPOCH),
            splitter.split(id, whole, language));
    List<float[]> vectors = new ArrayList<>();
    for (Passage passage : passages.passages()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the evaluation is cancelled");
      }
      vectors.add(encoder.encodePassage(passages.encodable(passage)));
    }
    index.putVectors(passages, ENCODER, vectors);
  }

  /** That of most questions, as the dataset or else their own words say. */
  private static Optional<String> language(List<Asked> questions) {
    Map<String, Long> counts =
        questions.stream()
            .map(asked ->
                asked.language() == null
                    ? QuestionType.languageOf(asked.text())
                    : Optional.of(asked.language()))
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}

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
import io.passim.inference.GivingWay;
import io.passim.inference.ReaderModel;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.question.QuestionType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the contexts of a dataset into an index: each article as one document, cut as uploads are,
 * with vectors at once. People's questions go first.
 */
@ApplicationScoped
class DatasetPassages {
  private static final String PARAGRAPHS = "\n\n";
  private static final String DEFAULT_LANGUAGE = "en";

  private final PassageSplitter splitter;
  private final EncoderModel encoder;
  private final Runnable givingWay;

  @Inject
  DatasetPassages(PassageSplitter splitter, EncoderModel encoder, ReaderModel reader) {
    this(splitter, encoder, GivingWay.beforeEachPassage(reader));
  }

  /**
   * @param givingWay runs before each passage
   */
  DatasetPassages(PassageSplitter splitter, EncoderModel encoder, Runnable givingWay) {
    this.splitter = splitter;
    this.encoder = encoder;
    this.givingWay = givingWay;
  }

  /** Follows the encoding, which takes most of the time, and can stop it. */
  interface Watch {
    /** So many passages are to be encoded. */
    void encoding(int passages);

    /** Another one has been. */
    void encoded();

    /** Whether nobody wants them any more; asked before each passage. */
    boolean cancelled();
  }

  /**
   * Adds all articles.
   *
   * @throws CancellationException if the watch says that nobody wants them
   */
  void addTo(PassageIndex index, SquadDataset dataset, Watch watch) {
    String usual = language(dataset.questions()).orElse(DEFAULT_LANGUAGE);
    // Cut twice rather than kept: the texts of a large dataset are in memory once already.
    int all = 0;
    for (int number = 0; number < dataset.articles().size(); number++) {
      all += passages(number, dataset.articles().get(number), usual).passages().size();
    }
    watch.encoding(all);
    String origin = IndexedPassages.origin(encoder.manifest().fingerprint());
    for (int number = 0; number < dataset.articles().size(); number++) {
      IndexedPassages passages = passages(number, dataset.articles().get(number), usual);
      if (!passages.passages().isEmpty()) {
        index.putVectors(passages, origin, encode(passages, watch));
      }
    }
  }

  private List<float[]> encode(IndexedPassages passages, Watch watch) {
    List<float[]> vectors = new ArrayList<>();
    for (Passage passage : passages.passages()) {
      if (watch.cancelled()) {
        throw new CancellationException("the evaluation is cancelled");
      }
      givingWay.run();
      vectors.add(encoder.encodePassage(passages.encodable(passage)));
      watch.encoded();
    }
    return vectors;
  }

  /** None for an article without contexts. */
  private IndexedPassages passages(int number, Article article, String usual) {
    DocumentId id = new DocumentId("x_" + number);
    String text = String.join(PARAGRAPHS, article.contexts());
    DocumentText whole =
        new DocumentText(text, List.of(new Page(1, new CharSpan(0, text.length()))), List.of());
    String language = language(article.questions()).orElse(usual);
    String title = article.title().replace('_', ' ');
    return new IndexedPassages(
        new IndexedDocument(id, "dataset", title, title, language, List.of(), null, Instant.EPOCH),
        article.contexts().isEmpty() ? List.of() : splitter.split(id, whole, language));
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

package io.passim.retrieve;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageHits;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.QuestionVector;
import io.passim.inference.EncoderModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retrieves by BM25 and by the encoder's vectors, fused. Passages without a vector yet are found by
 * words.
 */
@ApplicationScoped
class HybridRetriever implements PassageRetriever {
  private final PassageIndex index;
  private final EncoderModel encoder;
  private final RetrieveConfig config;

  HybridRetriever(PassageIndex index, EncoderModel encoder, RetrieveConfig config) {
    this.index = index;
    this.encoder = encoder;
    this.config = config;
  }

  @WithSpan("retrieve")
  @Override
  public Retrieval retrieve(String question, DocumentScope scope) {
    return retrieve(question, scope, config.passages());
  }

  @Override
  public Retrieval retrieve(String question, DocumentScope scope, int limit) {
    int candidates = Math.max(limit, config.candidates());
    QuestionVector vector = vector(question);
    Fusion fusion = new Fusion(config.denseWeight(), config.leastSimilarity());
    PassageHits found =
        index.search(
            new PassageQuery(question, vector, scope, candidates), all -> fusion.best(all, limit));
    return new Retrieval(
        fusion.ranked(found.hits(), found.candidates()),
        found.hits().isEmpty() && index.passages(scope) == 0,
        found.generation(),
        vector == null ? null : encoder.manifest().name());
  }

  @Override
  public List<Passage> passages(DocumentId document) {
    return index.find(document).map(IndexedPassages::passages).orElse(List.of());
  }

  @Override
  public String fingerprint() {
    return config.denseWeight() > 0 ? encoder.manifest().fingerprint() : "";
  }

  @Override
  public PassageRetriever over(PassageIndex other) {
    return new HybridRetriever(other, encoder, config);
  }

  private @Nullable QuestionVector vector(String question) {
    return config.denseWeight() > 0 && !question.isBlank()
        ? new QuestionVector(
            IndexedPassages.origin(encoder.manifest().fingerprint()),
            encoder.encodeQuestion(question))
        : null;
  }
}

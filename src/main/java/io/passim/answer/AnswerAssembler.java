package io.passim.answer;

import io.passim.answer.Answer.NotFoundReason;
import io.passim.answer.AnswerDetails.FoundPassage;
import io.passim.answer.AnswerDetails.Provenance;
import io.passim.document.CharSpan;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.question.StandaloneQuestion;
import io.passim.rank.Items;
import io.passim.rank.Ranking;
import io.passim.rank.Thresholds;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.PassageReader.ReaderIdentity;
import io.passim.retrieve.RetrievedPassage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what the stages found into the shape that people see. */
@ApplicationScoped
class AnswerAssembler {
  /** Runners-up that are worth a look. */
  private static final int MAX_ALTERNATIVES = 5;

  private final PassageReader reader;
  private final AnswerExplainer explainer;
  private final AnswerConfiguration configuration;
  private final boolean complete;

  @Inject
  AnswerAssembler(
      PassageReader reader, AnswerExplainer explainer, AnswerConfiguration configuration) {
    this(reader, explainer, configuration, false);
  }

  private AnswerAssembler(
      PassageReader reader,
      AnswerExplainer explainer,
      AnswerConfiguration configuration,
      boolean complete) {
    this.reader = reader;
    this.explainer = explainer;
    this.configuration = configuration;
    this.complete = complete;
  }

  /** The same answers with every other candidate as an alternative, for whoever measures. */
  AnswerAssembler withAllAlternatives() {
    return new AnswerAssembler(reader, explainer, configuration, true);
  }

  Answer assemble(
      Attempt attempt,
      Thresholds inForce,
      ExplanationDetail explain,
      Stopwatch clock,
      AnswerMonitor monitor) {
    Explanation explanation = explainer.explain(attempt, explain, monitor);
    AnswerDetails details =
        new AnswerDetails(
            id(),
            attempt.question().original(),
            attempt.question().text(),
            attempt.question().followUp().sources(),
            attempt.retrieval().passages().stream().map(AnswerAssembler::found).toList(),
            explanation,
            provenance(
                attempt.retrieval().encoder(), attempt.retrieval().indexGeneration(), inForce),
            clock.timings());
    Ranking ranking = attempt.ranking();
    if (ranking.answers().isEmpty()) {
      return new Answer.NotFound(details, reason(attempt));
    }
    if (!attempt.isAnswered()) {
      return new Answer.Unsure(
          details,
          attempt.confidence(),
          ranking.disagreement(),
          alternatives(ranking, complete ? Integer.MAX_VALUE : MAX_ALTERNATIVES));
    }
    List<Alternative> answers =
        complete
            ? alternatives(ranking, Integer.MAX_VALUE)
            : alternatives(ranking.withItemsOnce(), MAX_ALTERNATIVES + 1);
    return new Answer.Answered(
        details,
        answers.getFirst(),
        items(ranking),
        ranking.items() != null && ranking.items().continued(),
        ranking.answers().getFirst().support().stream().map(AnswerAssembler::citation).toList(),
        ranking.disagreement(),
        answers.subList(1, answers.size()));
  }

  /** An answer that people have pinned; nothing was retrieved or read for it. */
  Answer curated(
      StandaloneQuestion question,
      CuratedMatch pinned,
      ExplanationDetail explain,
      Stopwatch clock) {
    AnswerDetails details =
        new AnswerDetails(
            id(),
            question.original(),
            question.text(),
            question.followUp().sources(),
            List.of(),
            explain == ExplanationDetail.NONE
                ? null
                : new Explanation(question.followUp(), List.of(), null, null),
            provenance(pinned.encoder(), pinned.indexGeneration(), Thresholds.NONE),
            clock.timings());
    return new Answer.Curated(details, pinned.curation(), pinned.text(), pinned.citation());
  }

  private Provenance provenance(
      @Nullable String encoder, long indexGeneration, Thresholds inForce) {
    ReaderIdentity identity = reader.identity();
    return new Provenance(
        identity.name(),
        identity.sha256(),
        encoder,
        indexGeneration,
        configuration.fingerprint(inForce),
        configuration.calibration());
  }

  private static String id() {
    return "a_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static NotFoundReason reason(Attempt attempt) {
    if (attempt.retrieval().scopeIsEmpty()) {
      return NotFoundReason.EMPTY_COLLECTION;
    }
    return attempt.retrieval().passages().isEmpty()
        ? NotFoundReason.NOTHING_RETRIEVED
        : NotFoundReason.NO_SPAN;
  }

  private static FoundPassage found(RetrievedPassage retrieved) {
    Passage passage = retrieved.passage();
    return new FoundPassage(
        passage.documentId(),
        retrieved.document().title(),
        passage.page(),
        passage.span().start(),
        passage.span().end(),
        passage.text(),
        retrieved.document().languageOf(passage));
  }

  private static List<Citation> items(Ranking ranking) {
    Items items = ranking.items();
    IndexedDocument document = ranking.answers().getFirst().best().passage().document();
    return items == null
        ? List.of()
        : items.spans().stream().map(item -> citation(document, items.passage(), item)).toList();
  }

  private static List<Alternative> alternatives(Ranking ranking, int limit) {
    return ranking.first(limit).stream()
        .map(answer ->
            new Alternative(
                answer.best().text(),
                answer.confidence(),
                citation(answer.best()),
                ranking.disagreeing().contains(answer)))
        .toList();
  }

  private static Citation citation(CandidateSpan candidate) {
    RetrievedPassage retrieved = candidate.passage();
    return citation(retrieved.document(), retrieved.passage(), candidate.span());
  }

  private static Citation citation(IndexedDocument document, Passage passage, CharSpan words) {
    CharSpan sentence = passage.sentenceAround(words);
    CharSpan around =
        new CharSpan(
            Math.min(sentence.start(), words.start()), Math.max(sentence.end(), words.end()));
    Page page = passage.pageAt(words.start());
    return new Citation(
        document.id(),
        document.filename(),
        document.title(),
        page.number(),
        page.label(),
        words,
        around,
        passage.textAt(around),
        passage.heading(),
        document.date(),
        document.uploadedAt(),
        document.languageOf(passage));
  }
}

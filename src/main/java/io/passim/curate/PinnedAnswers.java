package io.passim.curate;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.answer.Citation;
import io.passim.answer.CuratedAnswers;
import io.passim.answer.CuratedMatch;
import io.passim.answer.Curation;
import io.passim.curate.PinnedQuestions.Match;
import io.passim.document.DocumentScope;
import io.passim.index.PassageIndex;
import io.passim.inference.EncoderModel;
import io.passim.question.StandaloneQuestion;
import io.passim.store.CollectionRecords;
import io.passim.store.CuratedRecords.CitationRow;
import io.passim.store.CuratedRecords.CuratedRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives pinned answers whose words still stand where they are cited, or, where they are the
 * administrator's own, have a collection left.
 */
@Singleton
class PinnedAnswers implements CuratedAnswers {
  private final PinnedQuestions questions;
  private final Quotations quotations;
  private final CollectionRecords collections;
  private final PassageIndex index;
  private final EncoderModel encoder;

  @Inject
  PinnedAnswers(
      PinnedQuestions questions,
      Quotations quotations,
      CollectionRecords collections,
      PassageIndex index,
      EncoderModel encoder) {
    this.questions = questions;
    this.quotations = quotations;
    this.collections = collections;
    this.index = index;
    this.encoder = encoder;
  }

  @WithSpan("curate")
  @Override
  public Optional<CuratedMatch> find(StandaloneQuestion question) {
    String text = question.text();
    DocumentScope scope = question.scope();
    return first(questions.writtenAlike(text, scope), scope, null)
        .or(() -> first(questions.meantAlike(text, scope), scope, encoder.manifest().name()));
  }

  /** The first that can be given; what is stale makes room for the next best. */
  private Optional<CuratedMatch> first(
      List<Match> matches, DocumentScope scope, @Nullable String encoderName) {
    return matches.stream().flatMap(match -> given(match, scope, encoderName).stream()).findFirst();
  }

  /** Whether an answer is for all, or one of its collections is still there. */
  static boolean hasAskers(CuratedRow row, CollectionRecords collections) {
    return row.collectionIds().isEmpty()
        || row.collectionIds().stream().anyMatch(id -> collections.find(id).isPresent());
  }

  private Optional<CuratedMatch> given(
      Match match, DocumentScope scope, @Nullable String encoderName) {
    long generation = index.generation();
    Curation curation =
        new Curation(match.row().id(), match.row().revision(), match.phrase(), match.similarity());
    String text = match.row().text();
    CitationRow cited = match.row().citation();
    if (cited == null) {
      return hasAskers(match.row(), collections)
          ? Optional.of(new CuratedMatch(curation, text, null, encoderName, generation))
          : Optional.empty();
    }
    Optional<Citation> citation =
        quotations.cite(new Quote(cited.documentId(), cited.span()), text, scope);
    return citation.map(place -> new CuratedMatch(curation, text, place, encoderName, generation));
  }
}

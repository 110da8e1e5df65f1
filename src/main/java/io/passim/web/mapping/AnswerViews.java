package io.passim.web.mapping;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.Citation;
import io.passim.answer.Curation;
import io.passim.conversation.Turn;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.web.protocol.AnswerView;
import io.passim.web.protocol.AnswerView.AlternativeView;
import io.passim.web.protocol.AnswerView.CitationView;
import io.passim.web.protocol.AnswerView.CurationView;
import io.passim.web.protocol.AnswerView.ItemView;
import io.passim.web.protocol.AnswerView.PassageView;
import io.passim.web.protocol.AnswerView.PlaceView;
import io.passim.web.protocol.AnswerView.ProvenanceView;
import io.passim.web.protocol.AnswerView.SentenceView;
import io.passim.web.protocol.AnswerView.TimingsView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers for the wire. */
public final class AnswerViews {
  private AnswerViews() {}

  public static AnswerView of(String conversationId, Turn turn) {
    return switch (turn.answer()) {
      case Answer.Answered answered -> {
        CitationView citation = citation(answered.answer().citation(), turn);
        yield view(
            conversationId,
            turn,
            new Outcome(
                "answered",
                null,
                citation.sentence() == null ? null : answered.answer().text(),
                answered.answer().confidence(),
                citation,
                items(answered, turn),
                answered.itemsContinue(),
                answered.corroboration().stream().map(AnswerViews::place).toList(),
                answered.disagreement(),
                alternatives(answered.alternatives(), turn)));
      }
      case Answer.Unsure unsure ->
          view(
              conversationId,
              turn,
              new Outcome(
                  "unsure",
                  null,
                  null,
                  unsure.confidence(),
                  null,
                  List.of(),
                  false,
                  List.of(),
                  unsure.disagreement(),
                  alternatives(unsure.alternatives(), turn)));
      case Answer.NotFound notFound ->
          view(
              conversationId,
              turn,
              new Outcome(
                  "not_found",
                  notFound.reason().name().toLowerCase(Locale.ROOT),
                  null,
                  0,
                  null,
                  List.of(),
                  false,
                  List.of(),
                  false,
                  List.of()));
      case Answer.Curated curated -> view(conversationId, turn, curated(curated, turn));
    };
  }

  /** A client that knows nothing of curated answers shows it as an answer. */
  private static Outcome curated(Answer.Curated curated, Turn turn) {
    CitationView citation = curated.citation() == null ? null : citation(curated.citation(), turn);
    boolean gone = citation != null && citation.sentence() == null;
    return new Outcome(
        "answered",
        null,
        gone ? null : curated.text(),
        0,
        citation,
        List.of(),
        false,
        List.of(),
        false,
        List.of());
  }

  private static @Nullable CurationView curation(Answer answer) {
    if (!(answer instanceof Answer.Curated curated)) {
      return null;
    }
    Curation curation = curated.curation();
    return new CurationView(
        curation.id(), curation.revision(), curation.question(), curation.similarity());
  }

  /** What differs between the cases of an answer. */
  private record Outcome(
      String status,
      @Nullable String reason,
      @Nullable String text,
      double confidence,
      @Nullable CitationView citation,
      List<ItemView> items,
      boolean itemsContinue,
      List<PlaceView> corroboration,
      boolean disagreement,
      List<AlternativeView> alternatives) {}

  private static AnswerView view(String conversationId, Turn turn, Outcome outcome) {
    AnswerDetails details = turn.answer().details();
    AnswerDetails.Timings took = details.timings();
    return new AnswerView(
        details.id(),
        conversationId,
        details.question(),
        details.standaloneQuestion(),
        outcome.status(),
        outcome.reason(),
        outcome.text(),
        outcome.confidence(),
        outcome.citation(),
        outcome.items(),
        outcome.itemsContinue(),
        outcome.corroboration(),
        outcome.disagreement(),
        outcome.alternatives(),
        details.passages().stream()
            .map(passage ->
                new PassageView(
                    passage.documentId().value(),
                    passage.title(),
                    passage.page(),
                    passage.start(),
                    passage.end(),
                    passage.text(),
                    passage.language()))
            .toList(),
        details.explanation() == null ? null : ExplanationViews.of(details.explanation()),
        of(details.provenance()),
        new TimingsView(
            took.understandMs(),
            took.curateMs(),
            took.retrieveMs(),
            took.readMs(),
            took.rankMs(),
            took.totalMs()),
        curation(turn.answer()),
        turn.kept());
  }

  static ProvenanceView of(AnswerDetails.Provenance made) {
    return new ProvenanceView(
        made.reader(),
        made.readerSha256(),
        made.encoder(),
        made.indexGeneration(),
        made.configuration(),
        made.calibration());
  }

  private static List<ItemView> items(Answer.Answered answered, Turn turn) {
    return answered.items().stream()
        .map(item -> new ItemView(item.words(), citation(item, turn)))
        .toList();
  }

  static List<AlternativeView> alternatives(List<Alternative> alternatives, Turn turn) {
    return alternatives.stream()
        .map(other ->
            new AlternativeView(
                other.text(),
                other.confidence(),
                citation(other.citation(), turn),
                other.disagrees()))
        .toList();
  }

  static CitationView citation(Citation citation, Turn turn) {
    boolean gone = turn.deleted().contains(citation.documentId());
    Optional<DocumentId> successor = turn.superseded().get(citation.documentId());
    CharSpan sentence = citation.sentenceSpan();
    return new CitationView(
        citation.documentId().value(),
        citation.filename(),
        citation.title(),
        citation.page(),
        citation.span().start(),
        citation.span().end(),
        gone ? null : new SentenceView(sentence.start(), sentence.end(), citation.sentence()),
        citation.heading(),
        link(citation.documentId(), citation.span()),
        gone ? "deleted" : successor == null ? "current" : "superseded",
        successor == null ? null : successor.map(DocumentId::value).orElse(null),
        citation.pageLabel(),
        citation.date(),
        citation.uploadedAt(),
        citation.language());
  }

  static String link(DocumentId document, CharSpan span) {
    return "/documents/" + document + "?start=" + span.start() + "&end=" + span.end();
  }

  private static PlaceView place(Citation citation) {
    return new PlaceView(
        citation.documentId().value(),
        citation.page(),
        citation.span().start(),
        citation.span().end());
  }
}

package io.passim.web.mapping;

import io.passim.curate.CuratedAnswer;
import io.passim.curate.CuratedAnswer.Standing;
import io.passim.curate.CuratedAnswer.State;
import io.passim.curate.CuratedDraft;
import io.passim.curate.CuratedDraft.CitationDraft;
import io.passim.curate.Quote;
import io.passim.document.DocumentId;
import io.passim.web.protocol.CuratedBody;
import io.passim.web.protocol.CuratedBody.CitationBody;
import io.passim.web.protocol.CuratedView;
import io.passim.web.protocol.CuratedView.PlaceView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Curated answers for the wire, and from it. */
public final class CuratedViews {
  private CuratedViews() {}

  public static CuratedView of(CuratedAnswer answer) {
    State state = answer.standing().state();
    return new CuratedView(
        answer.id(),
        answer.revision(),
        answer.question(),
        answer.paraphrases(),
        answer.collectionIds().stream().sorted().toList(),
        answer.text(),
        place(answer.quote(), answer.standing()),
        state.name().toLowerCase(Locale.ROOT),
        state != State.CURRENT,
        answer.createdAt(),
        answer.updatedAt());
  }

  /** What is to be pinned, not yet checked. */
  public static CuratedDraft draft(@Nullable CuratedBody body) {
    CuratedBody sent = Objects.requireNonNullElse(body, CuratedBody.EMPTY);
    CitationBody citation = sent.citation();
    return new CuratedDraft(
        sent.question(),
        Objects.requireNonNullElse(sent.paraphrases(), List.of()),
        Objects.requireNonNullElse(sent.collectionIds(), List.of()),
        sent.text(),
        citation == null
            ? null
            : new CitationDraft(
                citation.documentId(), citation.start(), citation.end(), citation.text()));
  }

  private static @Nullable PlaceView place(@Nullable Quote quote, Standing standing) {
    if (quote == null) {
      return null;
    }
    DocumentId successor = standing.supersededBy();
    return new PlaceView(
        quote.documentId().value(),
        standing.filename(),
        standing.title(),
        quote.span().start(),
        quote.span().end(),
        AnswerViews.link(quote.documentId(), quote.span()),
        successor == null ? null : successor.value());
  }
}

package io.passim.web.mapping;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.Citation;
import io.passim.conversation.Turn;
import io.passim.review.Decision;
import io.passim.review.ReviewCase;
import io.passim.review.ReviewItem;
import io.passim.review.ReviewItem.Resolution;
import io.passim.review.ReviewQueue.Page;
import io.passim.web.protocol.AnswerView.AlternativeView;
import io.passim.web.protocol.ResolutionBody;
import io.passim.web.protocol.ReviewView;
import io.passim.web.protocol.ReviewView.CommentView;
import io.passim.web.protocol.ReviewView.ResolutionView;
import io.passim.web.protocol.ReviewView.ReviewPageView;
import io.passim.web.protocol.SquadView;
import io.passim.web.protocol.SquadView.ArticleView;
import io.passim.web.protocol.SquadView.ExpectedView;
import io.passim.web.protocol.SquadView.ParagraphView;
import io.passim.web.protocol.SquadView.QuestionView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The review queue for the wire, and from it. */
public final class ReviewViews {
  /** What SQuAD asks for where nobody gave a context, and there is no answer to stand in it. */
  private static final String NO_CONTEXT = "The documents do not say.";

  private ReviewViews() {}

  public static ReviewPageView of(Page page) {
    return new ReviewPageView(page.items().stream().map(ReviewViews::of).toList(), page.next());
  }

  public static ReviewView of(ReviewItem item) {
    Answer answer = item.latest().answer();
    return new ReviewView(
        item.id(),
        item.question(),
        item.resolved() ? "resolved" : "open",
        item.asked(),
        item.downRated(),
        item.lastAskedAt(),
        item.collectionIds().stream().sorted().toList(),
        answer.details().id(),
        outcome(answer),
        answer instanceof Answer.NotFound notFound
            ? notFound.reason().name().toLowerCase(Locale.ROOT)
            : null,
        candidate(item.latest()),
        item.comments().stream()
            .map(said -> new CommentView(said.reason(), said.expected(), said.givenAt()))
            .toList(),
        resolution(item.resolution()));
  }

  /** What was decided, not yet checked; empty if the kind is unknown. */
  public static Optional<Decision> decision(@Nullable ResolutionBody body) {
    ResolutionBody sent = Objects.requireNonNullElse(body, ResolutionBody.EMPTY);
    return switch (sent.kind()) {
      case "curated" -> Optional.of(new Decision.Pin(CuratedViews.draft(sent.curated())));
      case "gap" -> Optional.of(new Decision.Gap(sent.note()));
      case "case" ->
          Optional.of(
              new Decision.Case(
                  sent.question(),
                  sent.context(),
                  Objects.requireNonNullElse(sent.answers(), List.of())));
      case "dismissed" -> Optional.of(new Decision.Dismissal(sent.note()));
      case null, default -> Optional.empty();
    };
  }

  /** The cases as a dataset; a case without a context has its answers for one. */
  public static SquadView dataset(List<ReviewCase> cases) {
    return new SquadView(
        "v2.0",
        cases.isEmpty()
            ? List.of()
            : List.of(
                new ArticleView(
                    "Reviewed questions", cases.stream().map(ReviewViews::paragraph).toList())));
  }

  private static ParagraphView paragraph(ReviewCase test) {
    List<String> answers = test.answers();
    String context =
        test.context() != null
            ? test.context()
            : answers.isEmpty() ? NO_CONTEXT : String.join("\n", answers);
    return new ParagraphView(
        context,
        List.of(
            new QuestionView(
                test.id(),
                test.question(),
                answers.isEmpty(),
                answers.stream()
                    .map(answer -> new ExpectedView(answer, context.indexOf(answer)))
                    .toList())));
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> "answered";
      case Answer.Unsure _ -> "unsure";
      case Answer.NotFound _ -> "not_found";
      case Answer.Curated _ -> "curated";
    };
  }

  private static @Nullable AlternativeView candidate(Turn turn) {
    Alternative best =
        switch (turn.answer()) {
          case Answer.Answered answered -> answered.answer();
          case Answer.Unsure unsure ->
              unsure.alternatives().isEmpty() ? null : unsure.alternatives().getFirst();
          case Answer.NotFound _ -> null;
          case Answer.Curated curated -> quoted(curated);
        };
    return best == null || best.text().isEmpty()
        ? null
        : AnswerViews.alternatives(List.of(best), turn).getFirst();
  }

  private static @Nullable Alternative quoted(Answer.Curated curated) {
    Citation citation = curated.citation();
    return citation == null ? null : new Alternative(curated.text(), 0, citation, false);
  }

  private static @Nullable ResolutionView resolution(@Nullable Resolution resolution) {
    return resolution == null
        ? null
        : new ResolutionView(
            resolution.kind().name().toLowerCase(Locale.ROOT),
            resolution.note(),
            resolution.curatedId(),
            resolution.resolvedAt());
  }
}

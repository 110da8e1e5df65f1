package io.passim.store;

import io.passim.store.ConversationRecords.FeedbackRow;
import io.passim.store.ConversationRecords.TurnRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions that were answered badly: the turns of one question that ended without an answer or
 * were rated down, counted as they stand. Nothing is copied of them, so what is deleted is gone
 * from here too.
 *
 * <p>Any thread may call any method; what has returned is durable.
 */
public interface ReviewRecords {
  /**
   * The questions asked last come first.
   *
   * @param resolved whether those that are resolved are wanted, or the open ones
   * @param after the last one that is known; null to begin
   */
  List<ReviewRow> list(boolean resolved, @Nullable Position after, int limit);

  Optional<ReviewRow> find(String questionKey);

  /** The latest of its turns that were answered badly, latest first. */
  List<TurnRow> turns(String questionKey, int limit);

  /** What people who rated it down said, latest first. */
  List<FeedbackRow> feedback(String questionKey, int limit);

  /**
   * Stores what was decided, in place of what was decided before, with the case that came of it.
   *
   * @param test null if it is none for a regression dataset; then an earlier one goes
   * @return false, and nothing has changed, if the question is not there (any more)
   */
  boolean resolve(ResolutionRow resolution, @Nullable CaseRow test);

  /** Takes a decision back, with its case; false if there was none. */
  boolean reopen(String questionKey);

  /** All cases, oldest first. */
  List<CaseRow> cases();

  /** Number of cases. */
  int countCases();

  /** Removes a case; false if there is none. */
  boolean deleteCase(String id);

  /**
   * A place in the order of {@link #list}.
   *
   * @param lastAskedAt to the microsecond
   */
  record Position(Instant lastAskedAt, String questionKey) {}

  /**
   * A question that was answered badly.
   *
   * @param asked how often that happened, at least 1
   * @param downRated how often an answer to it was rated down
   * @param collectionIds where it was asked; empty if it was asked everywhere
   * @param resolution null if nothing has been decided
   * @param resolved whether the decision still stands
   */
  record ReviewRow(
      String questionKey,
      int asked,
      int downRated,
      Instant lastAskedAt,
      Set<String> collectionIds,
      @Nullable ResolutionRow resolution,
      boolean resolved) {
    public ReviewRow {
      collectionIds = Set.copyOf(collectionIds);
    }
  }

  /**
   * What was decided about a question.
   *
   * @param kind curated, gap, case or dismissed
   * @param curatedId the answer that was pinned for it
   */
  record ResolutionRow(
      String questionKey,
      String kind,
      @Nullable String note,
      @Nullable String curatedId,
      Instant resolvedAt) {}

  /**
   * A question with its expected answers.
   *
   * @param context a text that answers it or does not, null if none was given
   * @param answers each on one line; none if the documents do not answer the question
   */
  record CaseRow(
      String id,
      String questionKey,
      String question,
      @Nullable String context,
      List<String> answers,
      Instant createdAt) {
    public CaseRow {
      answers = List.copyOf(answers);
    }
  }
}

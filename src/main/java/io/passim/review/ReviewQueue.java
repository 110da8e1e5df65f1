package io.passim.review;

import io.passim.conversation.AnswerArchive;
import io.passim.conversation.Turn;
import io.passim.curate.CuratedAnswer;
import io.passim.curate.CuratedDraft;
import io.passim.curate.CuratedLibrary;
import io.passim.review.ReviewItem.Comment;
import io.passim.review.ReviewItem.Kind;
import io.passim.review.ReviewItem.Resolution;
import io.passim.store.ReviewRecords;
import io.passim.store.ReviewRecords.CaseRow;
import io.passim.store.ReviewRecords.ResolutionRow;
import io.passim.store.ReviewRecords.ReviewRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The review queue, as administrators see it and decide about it.
 *
 * <p>What a method has changed when it returns survives any crash. Any thread may call any method.
 */
@Singleton
public class ReviewQueue {
  /** What a person reads of the same complaint. */
  private static final int MAX_COMMENTS = 20;

  /** More than people write by hand; an evaluation takes ten times as many. */
  private static final int MAX_CASES = 10_000;

  private final ReviewRecords records;
  private final AnswerArchive archive;
  private final CuratedLibrary curated;
  private final Clock clock = Clock.systemUTC();

  @Inject
  ReviewQueue(ReviewRecords records, AnswerArchive archive, CuratedLibrary curated) {
    this.records = records;
    this.archive = archive;
    this.curated = curated;
  }

  /**
   * A page of the queue, the questions asked last first.
   *
   * @param resolved whether those that are resolved are wanted, or the open ones
   * @param cursor where the page before ended, null for the first
   * @param limit at least 1
   * @throws ReviewRefusedException if the cursor is none that was given out
   */
  public Page page(boolean resolved, @Nullable String cursor, int limit) {
    List<ReviewRow> rows = records.list(resolved, ReviewCursor.position(cursor), limit + 1);
    List<ReviewItem> items = rows.stream().limit(limit).flatMap(row -> item(row).stream()).toList();
    return new Page(items, rows.size() <= limit ? null : ReviewCursor.after(rows.get(limit - 1)));
  }

  public Optional<ReviewItem> find(String id) {
    return records.find(id).flatMap(this::item);
  }

  /**
   * Decides about a question, in place of what was decided before.
   *
   * @return the item; empty if there is none of that id (any more)
   * @throws ReviewRefusedException if the decision lacks something
   * @throws io.passim.curate.CuratedRefusedException if the answer cannot be pinned
   */
  public Optional<ReviewItem> resolve(String id, Decision decision) {
    Optional<ReviewItem> item = find(id);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    boolean stored =
        switch (decision) {
          case Decision.Pin pin -> pin(item.get(), pin.answer());
          case Decision.Gap gap -> store(id, Kind.GAP, DecisionCheck.gap(gap.note()), null, null);
          case Decision.Case wanted -> store(id, Kind.CASE, null, null, test(item.get(), wanted));
          case Decision.Dismissal dismissal ->
              store(id, Kind.DISMISSED, DecisionCheck.note(dismissal.note()), null, null);
        };
    return stored ? find(id) : Optional.empty();
  }

  /** Takes a decision back, with its case; an answer stays pinned. False if there is none. */
  public boolean reopen(String id) {
    return records.reopen(id);
  }

  /** The regression dataset, oldest first. */
  public List<ReviewCase> cases() {
    return records.cases().stream()
        .map(row -> new ReviewCase(row.id(), row.question(), row.context(), row.answers()))
        .toList();
  }

  /** Removes a case from the dataset; false if there is none. */
  public boolean deleteCase(String id) {
    return records.deleteCase(id);
  }

  private boolean pin(ReviewItem item, CuratedDraft draft) {
    CuratedAnswer pinned =
        curated.pin(draft.question() == null ? draft.withQuestion(item.question()) : draft);
    boolean stored = store(item.id(), Kind.CURATED, null, pinned.id(), null);
    if (!stored) {
      curated.unpin(pinned.id());
    }
    return stored;
  }

  private CaseRow test(ReviewItem item, Decision.Case wanted) {
    if (records.countCases() >= MAX_CASES) {
      throw new ReviewRefusedException(
          "dataset_full", "There are " + MAX_CASES + " cases; no more are kept.");
    }
    return DecisionCheck.test(item.id(), item.question(), wanted, now());
  }

  private boolean store(
      String id,
      Kind kind,
      @Nullable String note,
      @Nullable String curatedId,
      @Nullable CaseRow test) {
    return records.resolve(
        new ResolutionRow(id, kind.name().toLowerCase(Locale.ROOT), note, curatedId, now()), test);
  }

  /** Empty if its last turn has been deleted meanwhile. */
  private Optional<ReviewItem> item(ReviewRow row) {
    return records.turns(row.questionKey(), 1).stream()
        .findFirst()
        .map(archive::turn)
        .map(latest -> item(row, latest));
  }

  private ReviewItem item(ReviewRow row, Turn latest) {
    return new ReviewItem(
        row.questionKey(),
        latest.answer().details().standaloneQuestion(),
        row.resolved(),
        row.asked(),
        row.downRated(),
        row.lastAskedAt(),
        row.collectionIds(),
        latest,
        records.feedback(row.questionKey(), MAX_COMMENTS).stream()
            .map(said -> new Comment(said.reason(), said.expected(), said.givenAt()))
            .toList(),
        resolution(row.resolution()));
  }

  private static @Nullable Resolution resolution(@Nullable ResolutionRow row) {
    return row == null
        ? null
        : new Resolution(
            Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
            row.note(),
            row.curatedId(),
            row.resolvedAt());
  }

  /** As the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * A part of the queue.
   *
   * @param next where the next page begins, null if there is none
   */
  public record Page(List<ReviewItem> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}

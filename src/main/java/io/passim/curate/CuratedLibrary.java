package io.passim.curate;

import io.passim.curate.CuratedAnswer.Standing;
import io.passim.curate.CuratedAnswer.State;
import io.passim.curate.DraftCheck.Checked;
import io.passim.curate.PinnedQuestions.Pinned;
import io.passim.store.CollectionRecords;
import io.passim.store.CuratedRecords;
import io.passim.store.CuratedRecords.CitationRow;
import io.passim.store.CuratedRecords.CuratedRow;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The curated answers, as administrators see and change them.
 *
 * <p>What a method has changed when it returns survives any crash, and the next question meets it.
 * Any thread may call any method.
 */
@Singleton
public class CuratedLibrary {
  /** As many as can be compared with a question in no time, and kept in memory. */
  static final int MAX_ANSWERS = 2000;

  private final CuratedRecords records;
  private final CollectionRecords collections;
  private final DraftCheck check;
  private final Quotations quotations;
  private final PinnedQuestions questions;
  private final Clock clock = Clock.systemUTC();

  /** Keeps the records and what is in memory in the same order. */
  private final ReentrantLock lock = new ReentrantLock();

  @Inject
  CuratedLibrary(
      CuratedRecords records,
      CollectionRecords collections,
      DraftCheck check,
      Quotations quotations,
      PinnedQuestions questions) {
    this.records = records;
    this.collections = collections;
    this.check = check;
    this.quotations = quotations;
    this.questions = questions;
  }

  /** Computes the vectors of all pinned questions with the encoder that is configured now. */
  void load(@Observes StartupEvent start) {
    records.list().stream().map(questions::encode).forEach(questions::put);
  }

  /** All of them, oldest first. */
  public List<CuratedAnswer> list() {
    return records.list().stream().map(this::answer).toList();
  }

  public Optional<CuratedAnswer> find(String id) {
    return records.find(id).map(this::answer);
  }

  /**
   * Pins an answer.
   *
   * @throws CuratedRefusedException if it cannot be pinned
   * @throws io.passim.inference.OverloadedException if too many questions wait for the encoder
   */
  public CuratedAnswer pin(CuratedDraft draft) {
    Checked checked = check.check(draft);
    Instant now = now();
    Pinned pinned =
        questions.encode(
            row("k_" + UUID.randomUUID().toString().replace("-", ""), 1, checked, now, now));
    locked(() -> {
      if (records.count() >= MAX_ANSWERS) {
        throw new CuratedRefusedException(
            "curated_full", "There are " + MAX_ANSWERS + " curated answers; no more are kept.");
      }
      if (!records.insert(pinned.row())) {
        throw taken();
      }
      questions.put(pinned);
      return pinned;
    });
    return answer(pinned.row());
  }

  /**
   * Pins another answer, other questions or other collections in place of these.
   *
   * @param revision which one is to be replaced, null for whichever there is
   * @return the answer; empty if there is none of that id
   * @throws CuratedRefusedException if it cannot be pinned, or has changed since that revision
   * @throws io.passim.inference.OverloadedException if too many questions wait for the encoder
   */
  public Optional<CuratedAnswer> replace(
      String id, @Nullable Integer revision, CuratedDraft draft) {
    Optional<CuratedRow> before = records.find(id);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (revision != null && revision != before.get().revision()) {
      throw changed();
    }
    Checked checked = check.check(draft);
    Pinned encoded =
        questions.encode(
            row(id, before.get().revision() + 1, checked, before.get().createdAt(), now()));
    return locked(() ->
        switch (records.replace(encoded.row())) {
          case REPLACED -> {
            questions.put(encoded);
            yield Optional.of(answer(encoded.row()));
          }
          case TAKEN -> throw taken();
          case NOT_THERE -> {
            if (records.find(id).isPresent()) {
              throw changed();
            }
            yield Optional.empty();
          }
        });
  }

  /** Unpins an answer; false if there is none. Answers that were given stay as they were given. */
  public boolean unpin(String id) {
    return locked(() -> {
      questions.remove(id);
      return records.delete(id);
    });
  }

  private static CuratedRow row(
      String id, int revision, Checked checked, Instant created, Instant updated) {
    Quote quote = checked.quote();
    return new CuratedRow(
        id,
        revision,
        checked.phrases(),
        checked.keys(),
        checked.collectionIds(),
        checked.text(),
        quote == null ? null : new CitationRow(quote.documentId(), quote.span()),
        created,
        updated);
  }

  private CuratedAnswer answer(CuratedRow row) {
    CitationRow citation = row.citation();
    Quote quote = citation == null ? null : new Quote(citation.documentId(), citation.span());
    Standing standing = standing(row, quote);
    return new CuratedAnswer(
        row.id(),
        row.revision(),
        row.phrases().getFirst(),
        row.phrases().subList(1, row.phrases().size()),
        row.collectionIds(),
        standing.state() == State.DELETED ? null : row.text(),
        quote,
        standing,
        row.createdAt(),
        row.updatedAt());
  }

  private Standing standing(CuratedRow row, @Nullable Quote quote) {
    if (quote != null) {
      return quotations.standing(quote);
    }
    boolean hasAskers = PinnedAnswers.hasAskers(row, collections);
    return new Standing(hasAskers ? State.CURRENT : State.NO_COLLECTION, null, null, null);
  }

  private static CuratedRefusedException changed() {
    return new CuratedRefusedException(
        "curated_changed", "Somebody else has changed this answer. Look at it again.");
  }

  private static CuratedRefusedException taken() {
    return new CuratedRefusedException(
        "curated_exists", "An answer to one of these questions is pinned already.");
  }

  /** As the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}

package io.passim.web.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer. All keys are always present.
 *
 * @param status {@code answered}, {@code unsure} or {@code not_found}
 * @param reason why nothing was found: {@code empty_collection}, {@code nothing_retrieved} or
 *     {@code no_span}
 * @param text the exact words; null unless answered, and when their document is gone
 * @param confidence calibrated probability of being right, 0 to 1; 0 and without meaning if curated
 * @param items the answers where several stand together, such as the items of a list, in the
 *     document's order; empty if there is but one
 * @param itemsContinue whether the document has more of them than are given
 * @param explanation null unless asked for
 * @param curated null unless an administrator has pinned the answer; without a citation its text is
 *     the administrator's own
 * @param kept false if the disk of the server was full: the answer can be read now and not looked
 *     up later, and cannot be rated
 */
public record AnswerView(
    String id,
    String conversationId,
    String question,
    String standaloneQuestion,
    String status,
    @Nullable String reason,
    @Nullable String text,
    double confidence,
    @Nullable CitationView citation,
    List<ItemView> items,
    boolean itemsContinue,
    List<PlaceView> corroboration,
    boolean disagreement,
    List<AlternativeView> alternatives,
    List<PassageView> passages,
    @Nullable ExplanationView explanation,
    ProvenanceView provenance,
    TimingsView timings,
    @Nullable CurationView curated,
    boolean kept) {

  /**
   * Where an answer stands.
   *
   * @param sentence null when the document is gone
   * @param link opens the document at the words
   * @param state "current", "superseded" or "deleted"
   * @param supersededBy the version in force if there is a newer one, null if that is deleted
   * @param pageLabel what is printed on the page where that is not its number
   * @param date the day that the document bore when it was cited, null if unknown
   * @param uploadedAt when the document was added, null if it was cited before that was kept
   * @param language ISO 639-1 code of the words, null if they were cited before that was kept
   */
  public record CitationView(
      String documentId,
      String filename,
      String title,
      int page,
      int start,
      int end,
      @Nullable SentenceView sentence,
      List<String> heading,
      String link,
      String state,
      @Nullable String supersededBy,
      @Nullable String pageLabel,
      @Nullable LocalDate date,
      @Nullable Instant uploadedAt,
      @Nullable String language) {}

  /** The sentence, or sentences, around an answer. */
  public record SentenceView(int start, int end, String text) {}

  /** Another place that gives the same answer. */
  public record PlaceView(String documentId, int page, int start, int end) {}

  /** One of several answers that stand together. */
  public record ItemView(String text, CitationView citation) {}

  /**
   * Another answer.
   *
   * @param disagrees whether another document contradicts the answer with it
   */
  public record AlternativeView(
      String text, double confidence, CitationView citation, boolean disagrees) {}

  /**
   * How a question came by a curated answer.
   *
   * @param revision which version of it was given, from 1
   * @param question the pinned question or paraphrase that matched
   * @param similarity 1 if they are written alike, else the cosine of their vectors
   */
  public record CurationView(String id, int revision, String question, double similarity) {}

  /**
   * A passage that was found.
   *
   * @param language ISO 639-1 code of the text, null if it was found before that was kept
   */
  public record PassageView(
      String documentId,
      String title,
      int page,
      int start,
      int end,
      String text,
      @Nullable String language) {}

  /**
   * What the answer was made with.
   *
   * @param calibration confidences compare where it is the same; null in what was stored before it
   *     was told
   */
  public record ProvenanceView(
      String reader,
      String readerSha256,
      @Nullable String encoder,
      long indexGeneration,
      String configuration,
      @Nullable String calibration) {}

  /**
   * Wall-clock milliseconds.
   *
   * @param curateMs of looking for a pinned answer
   */
  public record TimingsView(
      double understandMs,
      double curateMs,
      double retrieveMs,
      double readMs,
      double rankMs,
      double totalMs) {}
}

package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerFeaturesTest {
  private static final StandaloneQuestion QUESTION =
      TestPassages.question("How many days of leave do staff get?");
  private static final String LEAVE = "Leave is paid. ";
  private static final String TEXT = LEAVE + "Staff get 20 days.";
  private static final double ROUNDING = 1e-9;

  @Test
  void eachFeatureIsWhatItsNameSays() {
    RetrievedPassage passage = passage("en", null, 0.62);
    CandidateSpan best =
        new CandidateSpan(passage, candidate(passage, "20 days", 0).span(), 5, 4, 3);
    List<CandidateSpan> support =
        List.of(
            candidate("d_2", 2, "It is 20 days.", "20 days", 1),
            candidate("d_3", 3, "20 days", "20 days", 0));
    MergedAnswer answer = new MergedAnswer(best, support);
    MergedAnswer other =
        new MergedAnswer(candidate("d_4", 4, "Others get 25 days.", "25 days", 5), List.of());
    Map<String, @Nullable Double> features =
        new AnswerFeatures(QUESTION, List.of(answer, other)).of(answer);
    assertEquals(AnswerFeatures.NAMES, features.keySet());
    assertFeature(5 + 4 - 3, features, "score");
    assertFeature(Math.exp(6) / (Math.exp(6) + Math.exp(5) + Math.exp(0)), features, "share");
    assertFeature(0.5, features, "retrieval");
    assertFeature(0.62, features, "similarity");
    assertFeature(3.0 / 4, features, "sentence"); // days, staff and get; leave is in another
    assertFeature(Math.log(1 + 2), features, "support");
    assertFeature(Math.log("20 days".length()), features, "length");
    assertFeature(1, features, "english");
    assertFeature(1, features, "type");
  }

  @Test
  void theAnswersOwnPassageSaysWhetherItIsEnglish() {
    assertFeature(0, of(passage("fr", null, null), "20 days"), "english");
    assertFeature(0, of(passage("en", "fr", null), "20 days"), "english");
    assertFeature(1, of(passage("fr", "en", null), "20 days"), "english");
  }

  @Test
  void whatCannotBeWhatIsAskedForIsOfAnotherType() {
    assertFeature(0, of(passage("en", null, null), "Staff"), "type");
  }

  @Test
  void whatNobodyElseSaysHasNoSupportAndWithoutVectorsNothingIsSimilar() {
    Map<String, @Nullable Double> features = of(passage("en", null, null), "20 days");
    assertFeature(0, features, "support");
    assertEquals(AnswerFeatures.NAMES, features.keySet());
    assertNull(features.get("similarity"));
  }

  /** The share is among all answers and the null answer, which scores 0. */
  @Test
  void theNullAnswerHasItsShare() {
    assertFeature(0.5, of(passage("en", null, null), "20 days"), "share");
  }

  private static Map<String, @Nullable Double> of(RetrievedPassage passage, String text) {
    MergedAnswer answer = new MergedAnswer(candidate(passage, text, 0), List.of());
    return new AnswerFeatures(QUESTION, List.of(answer)).of(answer);
  }

  private static void assertFeature(
      double expected, Map<String, @Nullable Double> features, String name) {
    Double value = features.get(name);
    assertNotNull(value, name);
    assertEquals(expected, value, ROUNDING, name);
  }

  /** {@link #TEXT}, two sentences, half as relevant as the best passage. */
  private static RetrievedPassage passage(
      String documentLanguage, @Nullable String language, @Nullable Double similarity) {
    DocumentId id = new DocumentId("d_1");
    CharSpan span = new CharSpan(0, TEXT.length());
    return new RetrievedPassage(
        2,
        new IndexedDocument(
            id, "c", "d_1.txt", "D", documentLanguage, List.of(), null, Instant.EPOCH),
        new Passage(
            id,
            0,
            span,
            List.of(new Page(1, span)),
            List.of(),
            TEXT,
            List.of(new CharSpan(0, LEAVE.length()), new CharSpan(LEAVE.length(), TEXT.length())),
            language),
        0.5,
        3.0,
        similarity,
        List.of());
  }
}

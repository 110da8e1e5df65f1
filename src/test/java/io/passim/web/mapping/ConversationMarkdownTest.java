package io.passim.web.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.Citation;
import io.passim.conversation.Conversation;
import io.passim.conversation.Turn;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationMarkdownTest {
  private static final Alternative OLD = said("d_1", "20 days", "2024-03-01", false);
  private static final Alternative NEW = said("d_2", "25 days", "2026-03-01", true);
  private static final Alternative UNDATED = said("d_3", "22 days", null, true);
  private static final Alternative OTHER = said("d_4", "a week", "2026-05-01", false);

  @Test
  void documentsThatDisagreeAllSpeakTheNewestFirst() {
    String markdown = export(Set.of(), OLD, OTHER, NEW, UNDATED);
    assertInOrder(
        markdown,
        "give different answers",
        "**25 days** (confidence 0.50)",
        "Dated 2026-03-01",
        "**22 days** (confidence 0.50)",
        "Added 2025-01-05T09:00:00Z",
        "**20 days** (confidence 0.50)",
        "Dated 2024-03-01");
    assertFalse(markdown.contains("a week"), markdown);
  }

  @Test
  void anAnswerThatNothingContradictsStandsAlone() {
    String markdown = export(Set.of(), OLD, OTHER);
    assertInOrder(markdown, "> You get 20 days.", "**20 days** (confidence 0.50)", "a.txt");
    assertFalse(markdown.contains("different answers"), markdown);
    assertFalse(markdown.contains("Dated"), markdown);
  }

  @Test
  void aDeletedDocumentSaysNothing() {
    String markdown = export(Set.of(OLD.citation().documentId()), OLD, NEW);
    assertInOrder(markdown, "**25 days**", "has been deleted");
    assertFalse(markdown.contains("20 days"), markdown);
  }

  @Test
  void aListThatGoesOnSaysSo() {
    Answer answered =
        new Answer.Answered(
            details(),
            OLD,
            List.of(OLD.citation(), NEW.citation()),
            true,
            List.of(),
            false,
            List.of());
    assertInOrder(export(Set.of(), answered), "**20 days; 25 days; …**");
  }

  private static void assertInOrder(String text, String... parts) {
    List<Integer> found = Arrays.stream(parts).map(text::indexOf).toList();
    assertTrue(found.stream().allMatch(at -> at >= 0), text);
    assertEquals(found.stream().sorted().toList(), found, text);
  }

  private static String export(Set<DocumentId> deleted, Alternative answer, Alternative... others) {
    List<Alternative> alternatives = List.of(others);
    Answer answered =
        new Answer.Answered(
            details(),
            answer,
            List.of(),
            false,
            List.of(),
            alternatives.stream().anyMatch(Alternative::disagrees),
            alternatives);
    return export(deleted, answered);
  }

  private static String export(Set<DocumentId> deleted, Answer answered) {
    return ConversationMarkdown.of(
        new Conversation(
            "c_1", "How many?", Instant.EPOCH, List.of(new Turn(1, answered, deleted, Map.of()))));
  }

  private static Alternative said(
      String document, String text, @Nullable String date, boolean disagrees) {
    String sentence = "You get " + text + ".";
    int start = sentence.indexOf(text);
    Citation citation =
        new Citation(
            new DocumentId(document),
            "a.txt",
            "A",
            1,
            null,
            new CharSpan(start, start + text.length()),
            new CharSpan(0, sentence.length()),
            sentence,
            List.of(),
            date == null ? null : LocalDate.parse(date),
            Instant.parse("2025-01-05T09:00:00Z"),
            "en");
    return new Alternative(text, 0.5, citation, disagrees);
  }

  private static AnswerDetails details() {
    return new AnswerDetails(
        "a_1",
        "How many?",
        "How many?",
        Set.of(),
        List.of(),
        null,
        new AnswerDetails.Provenance("reader", "0", null, 1, "0", "0"),
        new AnswerDetails.Timings(0, 0, 0, 0, 0, 0));
  }
}

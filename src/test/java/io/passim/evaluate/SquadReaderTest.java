package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquadReaderTest {
  @Test
  void readsBothVersions() throws IOException {
    SquadDataset dataset =
        read(
            """
            {"version": "x", "more": {"a": [1]}, "data": [
              {"title": "Harbour", "paragraphs": [
                {"context": "The wall is 80 metres.", "qas": [
                  {"id": "1", "question": " How long? ", "language": "en",
                   "answers": [{"text": "80 metres", "answer_start": 12}, {"text": "80"}]},
                  {"id": "2", "question": "Who?", "is_impossible": true,
                   "answers": [], "plausible_answers": [{"text": "wall"}]}]}]},
              {"paragraphs": []}]}
            """);
    assertEquals(
        List.of(
            new Article(
                "Harbour",
                List.of("The wall is 80 metres."),
                List.of(
                    new Asked("1", "How long?", "en", List.of("80 metres", "80")),
                    new Asked("2", "Who?", null, List.of()))),
            new Article("", List.of(), List.of())),
        dataset.articles());
    assertEquals(2, dataset.size());
  }

  @Test
  void readsTheSamplesQuestions() throws IOException {
    SquadDataset dataset = TestDatasets.reader().read(Path.of("documents/questions.json"));
    assertTrue(dataset.size() > 100, () -> dataset.size() + " questions");
    assertTrue(dataset.questions().stream().allMatch(asked -> asked.language() != null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          []                                     ~ The dataset is not a JSON object
          {}                                     ~ The dataset has no key "data"
          {"data": {}}                           ~ data is not an array
          {"data": []}                           ~ The dataset has no questions
          {"data": [{"paragraphs": []}]}         ~ The dataset has no questions
          {"data": [3]}                          ~ data[0].paragraphs is not an array
          {"data": [{"paragraphs": [{}]}]}       ~ data[0].paragraphs[0].context is not a string
          """)
  void saysWhatIsWrong(String json, String detail) {
    InvalidEvaluationException e = assertThrows(InvalidEvaluationException.class, () -> read(json));
    assertEquals("dataset_invalid", e.problem().code());
    assertTrue(e.problem().detail().contains(detail), e.problem()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {"question": "Who?", "answers": []}                           ~ qas[0].id is not a string
          {"id": 7, "question": "Who?", "answers": []}                  ~ qas[0].id is not a string
          {"id": "1", "question": "  ", "answers": []}                  ~ qas[0].question is not a
          {"id": "1", "question": ["Who?"], "answers": []}              ~ qas[0].question is not a
          {"id": "1", "question": "Who?"}                               ~ qas[0].answers is not an
          {"id": "1", "question": "Who?", "answers": "me"}              ~ qas[0].answers is not an
          {"id": "1", "question": "Who?", "answers": [{"text": 1}]}     ~ answers[0].text is not a
          {"id": "1", "question": "Who?", "answers": [{"text": ""}]}    ~ answers[0].text is not a
          {"id": "1", "question": "Who?", "is_impossible": 1}           ~ is neither true nor false
          {"id": "1", "question": "Who?", "answers": [], "language": 1} ~ is not an ISO 639 code
          {"id": "0", "question": "Who?", "answers": []}                ~ qas[1].id is that of another
          """)
  void saysWhatIsWrongWithAQuestion(String question, String detail) {
    String json = asked(detail.contains("qas[1]") ? question + "," + question : question);
    InvalidEvaluationException e = assertThrows(InvalidEvaluationException.class, () -> read(json));
    assertEquals("dataset_invalid", e.problem().code());
    assertTrue(e.problem().detail().contains(detail), e.problem()::toString);
  }

  @Test
  void hasLimits() {
    String two = asked(question("1", "Who?") + "," + question("2", "Who?"));
    assertInvalid("dataset_invalid", 1, 1_000_000, two);
    assertInvalid("too_large", 100, 100, two);
    assertInvalid("dataset_invalid", 100, 1_000_000, asked(question("1", "w".repeat(1001))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"data\": [", "\u0000", "{\"data\": []} x", "nonsense"})
  void whatIsNotJsonIsAnotherMatter(String text) {
    Exception e = assertThrows(Exception.class, () -> read(text));
    assertTrue(
        e instanceof JsonProcessingException || e instanceof InvalidEvaluationException,
        e::toString);
  }

  @Test
  void deepNestingEndsBeforeTheStack() {
    assertThrows(JsonProcessingException.class, () -> read("{\"x\":" + "[".repeat(100_000)));
  }

  @Test
  void whatCannotBeStoredIsReplaced() throws IOException {
    SquadDataset dataset = read(asked(question("\\ud800", "Who\\u0000?")));
    assertEquals(
        new Asked("\uFFFD", "Who\uFFFD?", null, List.of()), dataset.questions().getFirst());
  }

  private static String question(String id, String text) {
    return "{\"id\": \"" + id + "\", \"question\": \"" + text + "\", \"answers\": []}";
  }

  private static String asked(String questions) {
    return "{\"data\": [{\"title\": \"T\", \"paragraphs\": [{\"context\": \"C\", \"qas\": ["
        + questions
        + "]}]}]}";
  }

  private static void assertInvalid(String code, int questions, int bytes, String json) {
    DatasetReader reader = new DatasetReader(TestDatasets.config(questions, bytes, 1));
    InvalidEvaluationException e =
        assertThrows(InvalidEvaluationException.class, () -> reader.read(stream(json)));
    assertEquals(code, e.problem().code());
  }

  private static SquadDataset read(String json) throws IOException {
    return TestDatasets.reader().read(stream(json));
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}

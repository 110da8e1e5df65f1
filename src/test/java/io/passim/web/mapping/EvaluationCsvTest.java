package io.passim.web.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.evaluate.Cause;
import io.passim.evaluate.QuestionOutcome;
import io.passim.evaluate.QuestionOutcome.Best;
import io.passim.evaluate.SquadScore;
import io.passim.question.QuestionType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationCsvTest {
  private static final String HEADER =
      "id,question,type,language,expected,predicted,best,exact,f1,bestF1,confidence,rank,cause,"
          + "latencyMs,documentDeleted\r\n";

  @Test
  void aRowForEachQuestion() {
    QuestionOutcome missed =
        new QuestionOutcome(
            "q1",
            "How many, \"all told\"?",
            QuestionType.HOW_MANY,
            "en",
            List.of("20 days", "20"),
            "",
            new SquadScore(false, 0),
            new Best("20 days", 0.4, new SquadScore(true, 1), null),
            3,
            Cause.HELD_BACK,
            12.5);
    assertEquals(
        HEADER
            + "q1,\"How many, \"\"all told\"\"?\",how_many,en,20 days | 20,,20 days,false,0.0,1.0,"
            + "0.4,3,held_back,12.5,false\r\n",
        EvaluationCsv.of(List.of(missed)));
    assertEquals(HEADER, EvaluationCsv.of(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "'=1+2', '''=1+2'",
    "'+1', '''+1'",
    "'-1', '''-1'",
    "'@SUM(A1)', '''@SUM(A1)'",
    "' =1', ''' =1'",
    "'＝1', '''＝1'",
    "'1-2', '1-2'",
    "'a=b', 'a=b'",
  })
  void noCellIsAFormula(String id, String cell) {
    assertEquals(HEADER + cell + ",?,other,,,,,true,1.0,,,,,0.0,false\r\n", csv(id));
  }

  @Test
  void noCellIsAFormulaBehindABreakOrAQuote() {
    assertEquals(HEADER + "\"'\n=1\",?,other,,,,,true,1.0,,,,,0.0,false\r\n", csv("\n=1"));
    assertEquals(HEADER + "'\t=1,?,other,,,,,true,1.0,,,,,0.0,false\r\n", csv("\t=1"));
    assertEquals(HEADER + "\"'\"\"=1\",?,other,,,,,true,1.0,,,,,0.0,false\r\n", csv("\"=1"));
  }

  private static String csv(String id) {
    return EvaluationCsv.of(
        List.of(
            new QuestionOutcome(
                id,
                "?",
                QuestionType.OTHER,
                null,
                List.of(),
                "",
                new SquadScore(true, 1),
                null,
                null,
                null,
                0)));
  }
}

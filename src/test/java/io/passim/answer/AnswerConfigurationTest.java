package io.passim.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.question.StandaloneQuestion;
import io.passim.rank.AnswerRanker;
import io.passim.rank.Ranking;
import io.passim.rank.Thresholds;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.retrieve.PassageRetriever;
import io.passim.retrieve.TestRetrievers;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class AnswerConfigurationTest {
  private static final AnswerRanker RANKER = new FittedRanker("as shipped");

  private final PassageIndex index = TestIndexes.inMemory();
  private final PassageRetriever retriever =
      TestRetrievers.lexical(index, TestEncoders.shipped(), 10);
  private final PassageReader reader = new ScriptedReader(Pattern.compile("x"));

  private static Config config(String reader) {
    return new SmallRyeConfigBuilder()
        .withDefaultValue("passim.inference.reader", reader)
        .withDefaultValue("passim.read.passages", "10")
        .withDefaultValue("passim.inference.models-directory", "/srv/models")
        .build();
  }

  private String configured(String name) {
    return new AnswerConfiguration(config(name), retriever, reader, RANKER)
        .fingerprint(Thresholds.NONE);
  }

  @Test
  void anotherReadersIsThatOfAServerWhichUsesIt() {
    String other =
        AnswerConfiguration.withReader("b", config("a"), retriever, reader, RANKER)
            .fingerprint(Thresholds.NONE);
    assertEquals(configured("b"), other);
    assertNotEquals(configured("a"), other);
  }

  @Test
  void calibrationIsTheSameUnlessConfidencesAreOnAnotherScale() {
    AnswerConfiguration one = new AnswerConfiguration(config("a"), retriever, reader, RANKER);
    AnswerConfiguration other = new AnswerConfiguration(config("b"), retriever, reader, RANKER);
    assertEquals(one.calibration(), other.calibration());
    assertEquals(one.calibration(), AnswerConfiguration.calibration(RANKER));
    AnswerRanker fittedAnew = new FittedRanker("fitted anew");
    assertNotEquals(
        one.calibration(),
        new AnswerConfiguration(config("a"), retriever, reader, fittedAnew).calibration());
  }

  private record FittedRanker(String scale) implements AnswerRanker {
    @Override
    public Ranking rank(StandaloneQuestion question, Reading reading) {
      return new Ranking(List.of(), 0.5);
    }

    @Override
    public double threshold() {
      return 0.5;
    }

    @Override
    public String fingerprint() {
      return scale + " 0.5";
    }
  }
}

package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.read.TestPassages;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Model, reader and ranker as the application puts them together from its configuration. */
@QuarkusTest
class WiringTest {
  private static final ReadingMonitor UNWATCHED =
      new ReadingMonitor() {
        @Override
        public void progress(int done, int total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  @Inject PassageReader reader;
  @Inject AnswerRanker ranker;
  @Inject BeanManager beans;

  @Test
  void readsAndRanks() {
    var question = TestPassages.question("When was the bridge built?");
    Reading reading =
        reader.read(
            question,
            TestPassages.of("The bridge was built in 1931.", "Boats pass under it."),
            UNWATCHED);
    Ranking ranking = ranker.rank(question, reading);
    assertEquals("1931", ranking.answers().getFirst().best().text());
    assertTrue(ranking.answers().getFirst().confidence() > ranking.threshold());
  }

  @Test
  void whatIsConfiguredWronglyStopsTheStart() {
    List<String> looking =
        beans.resolveObserverMethods(new Startup()).stream()
            .map(observer -> observer.getBeanClass().getSimpleName())
            .toList();
    assertTrue(
        looking.containsAll(List.of("WindowPassageReader", "CalibratedRanker")), looking::toString);
  }
}

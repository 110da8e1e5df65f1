package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuestionWordsTest {
  @Test
  void topicWordsByTheirBeginnings() {
    assertEquals(
        Set.of("days", "leave", "parti", "staff", "recei"),
        QuestionWords.of("How many days of leave do participating staff receive?"));
    assertEquals(
        Set.of("jours", "congé", "salar", "été"),
        QuestionWords.of("Combien de jours de congés les salariés ont-ils à l’été ?").stream()
            .filter(word -> !word.startsWith("ont"))
            .collect(Collectors.toSet()));
  }

  @Test
  void shares() {
    assertEquals(0.5, QuestionWords.share(Set.of("leave", "staff"), Set.of("staff", "x")));
    assertEquals(1, QuestionWords.share(Set.of(), Set.of("staff")));
    assertEquals(0, QuestionWords.share(Set.of("leave"), Set.of()));
  }
}

package io.passim.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionKeyTest {
  @Test
  void spellingMakesNoDifference() {
    String key = QuestionKey.of("What's on the menu?");
    for (String alike :
        List.of("what’s on the menu", "  What's\u00a0on\tthe MENU ?!", "«What's on the menu?»")) {
      assertEquals(key, QuestionKey.of(alike), alike);
    }
    assertTrue(key.matches("[0-9a-f]{32}"), key);
    assertEquals(QuestionKey.of("e\u0301te\u0301"), QuestionKey.of("\u00e9t\u00e9"), "composed");
  }

  @Test
  void wordsDo() {
    assertNotEquals(QuestionKey.of("Who maintains C?"), QuestionKey.of("Who maintains C++?"));
    assertNotEquals(QuestionKey.of("ou"), QuestionKey.of("où"));
    assertNotEquals(QuestionKey.of("2024"), QuestionKey.of("2025"));
  }

  @Test
  void anyTextHasAKey() {
    for (String text : List.of("", "?", "…", "\uD800", "\0", "漢字", "x".repeat(100_000))) {
      assertTrue(QuestionKey.of(text).matches("[0-9a-f]{32}"), text);
    }
    assertNotEquals(QuestionKey.of("?"), QuestionKey.of("!"));
  }
}

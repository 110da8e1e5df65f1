package io.passim.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.DocumentScope;
import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void isWrittenInTheCodePointsOfTheDocuments() {
    assertEquals("Où sont les congés ?", text("  Ou\u0300 sont les conge\u0301s ? "));
  }

  @Test
  void hasWords() {
    assertThrows(IllegalArgumentException.class, () -> text(" \n"));
  }

  private static String text(String typed) {
    return new Question(typed, DocumentScope.EVERYWHERE, true).text();
  }
}

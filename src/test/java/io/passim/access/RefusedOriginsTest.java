package io.passim.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.inference.LogRecords;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RefusedOriginsTest {
  private final RefusedOrigins origins = new RefusedOrigins();

  @Test
  void nobodyFillsTheLog() {
    try (LogRecords log = LogRecords.of(RefusedOrigins.class)) {
      for (int i = 0; i < 2 * RefusedOrigins.MOST; i++) {
        origins.tell("https://other-" + i + ".example");
      }
      assertEquals(RefusedOrigins.MOST, log.at(Level.WARNING).size());
    }
  }

  @Test
  void nobodyWritesLinesOfTheLog() {
    try (LogRecords log = LogRecords.of(RefusedOrigins.class)) {
      origins.tell("https://other.example\u001b[2J\n" + "a".repeat(1000));
      List<String> warnings = log.at(Level.WARNING);
      assertEquals(
          List.of(),
          warnings.stream()
              .filter(each -> each.length() > 400 || each.chars().anyMatch(Character::isISOControl))
              .toList());
      assertEquals(1, warnings.size());
    }
  }
}

package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePropertiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2024-02-29T23:59:59Z",
        "20240229",
        "D:20240229101500+01'00'",
        "2024/02/29",
        "Thu, 29 Feb 2024 10:00:00 +0100",
        "29 February 2024"
      })
  void readsDays(String written) {
    assertEquals(LocalDate.of(2024, 2, 29), FileDates.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2023-02-29", "2024", "2024-02", "yesterday", "20240229123", "99 Foo 2024"})
  void readsNothingElse(String written) {
    assertNull(FileDates.parse(written));
  }

  @Test
  void keepsNoDayThatCannotBe() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertNull(new FileProperties("", null, LocalDate.of(1899, 12, 31)).date());
    assertNull(new FileProperties("", null, today.plusDays(2)).date());
    assertEquals(today, new FileProperties("", null, today).date());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Unknown", "(anonymous)", "python-docx", "Administrator", "\u0000"})
  void namesNobody(String author) {
    assertNull(new FileProperties("", author, null).author());
  }

  @Test
  void keepsOneLineOfAName() {
    assertEquals("Ada Pym", new FileProperties("", " Ada\n\tPym\u202E ", null).author());
    assertEquals(
        300, String.valueOf(new FileProperties("", "x".repeat(999), null).author()).length());
  }
}

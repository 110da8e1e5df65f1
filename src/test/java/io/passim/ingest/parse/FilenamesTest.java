package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilenamesTest {
  @ParameterizedTest
  @CsvSource({
    "leave.pdf, leave.pdf",
    "../../etc/passwd, passwd",
    "C:\\files\\leave.pdf, leave.pdf",
    "/, document",
    "'a\tb\u202Efdp.exe', a bfdp.exe"
  })
  void keepsTheLastPart(String uploaded, String kept) {
    assertEquals(kept, Filenames.sanitise(uploaded));
  }

  @Test
  void keepsTheEndOfALongName() {
    String name = Filenames.sanitise("\uD83D\uDE00".repeat(300) + ".pdf");
    assertEquals("\uD83D\uDE00".repeat(125) + ".pdf", name);
  }

  @ParameterizedTest
  @CsvSource({"leave.pdf, leave", ".profile, .profile", "v1.2 final.docx, v1.2 final", "a, a"})
  void cutsTheExtension(String name, String title) {
    assertEquals(title, Filenames.withoutExtension(name));
  }
}

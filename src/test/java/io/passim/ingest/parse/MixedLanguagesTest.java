package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.LanguageSpan;
import io.passim.document.Page;
import io.passim.document.Passage;
import io.passim.ingest.passage.PassageSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedLanguagesTest {
  private static final String ENGLISH =
      "Employees are entitled to twenty-five days of leave each year. Managers agree the dates with"
          + " their team before the end of March, and leave that has not been taken by the end of"
          + " the year is lost unless the manager has agreed otherwise in writing. Part-time staff"
          + " have leave in proportion to the hours that they work, rounded up to whole days.";
  private static final String FRENCH =
      "Chaque salarié a droit à vingt-cinq jours de congés payés par an. Les responsables fixent"
          + " les dates avec leur équipe avant la fin du mois de mars, et les congés qui n'ont pas"
          + " été pris à la fin de l'année sont perdus, sauf accord écrit du responsable. Les"
          + " salariés à temps partiel ont des congés en proportion des heures qu'ils font.";

  /** Of the parts that stand in both languages, at either end of one. */
  private static final double TWO_PARTS = 5.0 * ENGLISH.length();

  @TempDir Path directory;
  private final MixedLanguages mixed = new MixedLanguages(new LanguageDetector());

  @Test
  void findsTheHalfInAnotherLanguage() {
    String english = (ENGLISH + "\n\n").repeat(4);
    String text = english + (FRENCH + "\n\n").repeat(3).strip();
    MixedLanguages.Found languages = mixed.find(text);
    assertEquals("en", languages.main());
    List<LanguageSpan> found = languages.others();
    assertTrue(!found.isEmpty());
    for (LanguageSpan part : found) {
      assertEquals("fr", part.language());
      assertTrue(part.span().of(text).contains("salarié"));
    }
    DocumentText built =
        new DocumentText(text, List.of(new Page(1, new CharSpan(0, text.length()))), List.of())
            .in(found);
    assertEquals("fr", built.languageAt(text.length() - 10, "en"));
    assertEquals("en", built.languageAt(10, "en"));
  }

  /** Of a text of any length, wherever it stands. */
  @ParameterizedTest
  @CsvSource({"180, 0", "180, 97", "180, 180", "45, 20", "7200, 4000"})
  void findsTheTenthInAnotherLanguage(int english, int before) {
    String tenth = (FRENCH + "\n\n").repeat(english / 9);
    String first = (ENGLISH + "\n\n").repeat(before);
    String text = first + tenth + (ENGLISH + "\n\n").repeat(english - before);
    MixedLanguages.Found languages = mixed.find(text.strip());
    assertEquals("en", languages.main());
    assertEquals(
        tenth.length(),
        languages.others().stream().mapToInt(part -> part.span().length()).sum(),
        TWO_PARTS);
    for (LanguageSpan part : languages.others()) {
      assertEquals("fr", part.language());
      assertTrue(
          part.span().overlaps(new CharSpan(first.length(), first.length() + tenth.length())));
    }
  }

  @Test
  void leavesATextOfOneLanguageAlone() {
    assertEquals(all("en"), mixed.find((ENGLISH + "\n\n").repeat(20)));
    assertEquals(all("fr"), mixed.find((FRENCH + "\n\n").repeat(20)));
    assertEquals(all("en"), mixed.find((ENGLISH + "\n\n").repeat(9000)));
    assertEquals(all("en"), mixed.find(ENGLISH));
    assertEquals(all(null), mixed.find(""));
  }

  @Test
  void namesAndNumbersSayNothingOfALanguageBesideProse() {
    String table = "Anna | 7\n\n".repeat(200);
    assertEquals(List.of(), mixed.find(table).others());
    assertEquals(
        all("en"), mixed.find((ENGLISH + "\n\n").repeat(3) + "12 | 47 | 11\n\n".repeat(400)));
  }

  private static MixedLanguages.Found all(@Nullable String language) {
    return new MixedLanguages.Found(language, List.of());
  }

  @Test
  void reachesThePassages() throws IOException {
    Path file = directory.resolve("both.txt");
    Files.writeString(file, (ENGLISH + "\n\n").repeat(6) + (FRENCH + "\n\n").repeat(4));
    ParseResult.Parsed parsed = Parsing.parsed(file);
    assertEquals("en", parsed.language());
    List<Passage> passages =
        new PassageSplitter().split(new DocumentId("d_1"), parsed.text(), "en");
    assertEquals("fr", passages.getLast().language());
    assertEquals(null, passages.getFirst().language());
  }
}

package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCleanerTest {
  @Test
  void collapsesWhiteSpaceAndKeepsLines() {
    assertEquals("a b\nc", TextCleaner.clean(" \t a\u00A0\u3000 b \r\n\n  c \n"));
    assertEquals("a b c", TextCleaner.cleanLine("a\nb\n\nc"));
  }

  @Test
  void removesControlsAndLoneSurrogates() {
    assertEquals("abc", TextCleaner.clean("a\u0000\u0007b\uD83D\u001B\uDE00x".replace("x", "c")));
    assertEquals("\uD83D\uDE00", TextCleaner.clean("\uD83D\uDE00"));
  }

  @Test
  void keepsTheJoinersOfScripts() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    assertEquals(family, TextCleaner.clean(family));
  }

  @Test
  void isStableForRandomText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder raw = new StringBuilder();
      random.ints(200, 0, 0x3100).forEach(c -> raw.append((char) c));
      String clean = TextCleaner.clean(raw);
      assertEquals(clean, TextCleaner.clean(clean), "seed " + seed);
      assertTrue(Normalizer.isNormalized(clean, Normalizer.Form.NFC), "seed " + seed);
    }
  }
}

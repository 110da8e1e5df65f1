package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.inference.RandomText;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTrimmerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "20 days.|20 days",
        ", in Paris,|in Paris",
        "the U.S.|the U.S.",
        "9 p.m.|9 p.m.",
        "(1998|1998",
        "1998)|1998",
        "Orléans (Loiret)|Orléans (Loiret)",
        "(Loiret)|(Loiret)",
        "\"Ada|Ada",
        "\"Ada\"|\"Ada\"",
        "« oui|oui",
        "52 av. J.-C.|52 av. J.-C.",
        "a Ph.D.|a Ph.D.",
        "(the U.S.|the U.S.",
        "€3.50.|€3.50",
        "192.168.0.1.|192.168.0.1",
        "www.a.org.|www.a.org",
        ".5 litres|.5 litres",
        ",5 litre|,5 litre",
        ":25 days|25 days",
        "Yahoo!|Yahoo!",
        "…and so on…|and so on",
      })
  void keepsWhatBelongsToTheAnswer(String span, String kept) {
    String text = "so: " + span + " then";
    CharSpan whole = new CharSpan(4, 4 + span.length());
    assertEquals(kept, SpanTrimmer.trim(text, whole).orElseThrow().of(text));
  }

  @Test
  void punctuationAloneIsNoAnswer() {
    assertEquals(Optional.empty(), SpanTrimmer.trim("a . , b", new CharSpan(1, 5)));
    assertEquals(Optional.empty(), SpanTrimmer.trim("a", new CharSpan(1, 1)));
  }

  @Test
  void charactersStayWhole() {
    String text = "un cafe\u0301 noir";
    assertEquals("cafe\u0301", SpanTrimmer.trim(text, new CharSpan(3, 7)).orElseThrow().of(text));
    String family = "a 👨‍👩‍👧 b";
    CharSpan part = new CharSpan(4, 6);
    assertEquals("👨‍👩‍👧", SpanTrimmer.trim(family, part).orElseThrow().of(family));
  }

  @Test
  void randomSpansStayWithinTheirText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      String text = RandomText.of(random, 1 + random.nextInt(20));
      int start = random.nextInt(text.length() + 1);
      CharSpan span = new CharSpan(start, start + random.nextInt(text.length() - start + 1));
      SpanTrimmer.trim(text, span)
          .ifPresent(trimmed -> {
            String kept = trimmed.of(text);
            assertEquals(kept.strip(), kept, () -> "seed " + seed);
            assertTrue(!kept.isEmpty(), () -> "seed " + seed);
          });
    }
  }
}

package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Eiffel Tower.|eiffel tower",
        "an apple|apple",
        "20 days|20 days",
        "20  Days,|20 days",
        "l'Assemblée nationale|assemblée nationale",
        "L’Orléanais|orléanais",
        "les congés payés|congés payés",
        "une semaine|semaine",
        "€120|€120",
        "5%|5%",
        "3.5 kg.|3.5 kg",
        "1,000.|1,000",
        "U.S.|us",
        "1/12/2025|1/12/2025",
        "1–2 days|1-2 days",
        "1-2 days|1-2 days",
        "1/2|1/2",
        "9:30.|9:30",
        "half-day|halfday",
        "20-day|20day",
        "5 – 6|5 6",
        "The|the",
        "!!|!!",
        "cafe\u0301|café",
        "anthem|anthem",
        "été|été",
      })
  void comparesWhatIsSaid(String answer, String normalised) {
    assertEquals(normalised, AnswerText.normalise(answer));
  }
}

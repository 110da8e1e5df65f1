package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerItemsTest {
  private static final String LIST =
      "Please bring the following.\n\n- your passport or card;\n- the signed contract;\n"
          + "- a photo.\n\nAsk for Ann.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which documents do I need?",
        "Which documents does a visitor need?",
        "What identity documents must I show?",
        "What are the things to bring?",
        "What should I bring on the first day?",
        "List what is needed.",
        "Where are the papers I have to bring?",
        "When are which documents due?",
        "Où sont les documents ?",
        "Où se trouvent mes papiers ?",
        "Qui sont les personnes à voir ?",
        "Quels documents faut-il ?",
        "De quoi ai-je besoin ?"
      })
  void aQuestionForSeveralGetsTheWholeList(String question) {
    assertEquals(
        List.of("your passport or card", "the signed contract", "a photo"),
        items(question, LIST, "your passport or card", "contract"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which document proves who I am?",
        "Which bus does a visitor take?",
        "What is the address?",
        "When do I sign?",
        "Where are you?",
        "When are we paid?",
        "Où est le bureau ?"
      })
  void aQuestionForOneGetsOne(String question) {
    assertEquals(List.of(), items(question, LIST, "your passport or card", "contract"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- your passport\nor ID;\n- the signed\nContract;\n- a photo\nof you.\n\nAsk for Ann.",
        "1. your passport\n   or ID\n2. the signed\n   Contract.\n3. a photo\n   of you\nAsk for Ann.",
        "• your passport\n  or ID.\n\n• the signed\n  Contract.\n\n• a photo\n  of you.\nAsk for Ann."
      })
  void anItemMayTakeSeveralLines(String list) {
    assertEquals(
        List.of("your passport or ID", "the signed Contract", "a photo of you"),
        items("Which documents do I need?", "Bring:\n" + list, "your passport", "Contract").stream()
            .map(item -> item.replaceAll("\\s+", " "))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "●, ●, ●",
    "+, +, +",
    "99., 100., 101.",
    "(9), (10), (11)",
    "(a), (b), (c)",
    "(ii), (iii), (iv)"
  })
  void everyMarkerBeginsAnItem(String first, String second, String third) {
    assertEquals(
        List.of("your passport", "the signed contract", "a photo"),
        items(
            "Which documents do I need?",
            "Bring:\n"
                + (first + " your passport\n")
                + (second + " the signed contract\n")
                + (third + " a photo"),
            "your passport",
            "contract"));
  }

  @Test
  void aParagraphAfterAListIsNoneOfItsItems() {
    assertEquals(
        List.of("your passport", "your card"),
        items(
            "Which documents do I need?",
            "Bring:\n- your passport\n- your card\nAsk for Ann.\n\n- a bicycle\n- a car",
            "your passport",
            "card"));
  }

  @Test
  void rowsAfterAListAreNoneOfItsItemsHoweverManyTheyAre() {
    String columns = "Columns:\n- date\n- amount\n";
    for (int rows : List.of(AnswerItems.MAX_LINES, 20_000)) {
      assertEquals(
          List.of("date", "amount"),
          items(
              "What are the columns?",
              columns + "20240101 12.50\n".repeat(rows),
              "date",
              "amount"));
    }
  }

  @Test
  void anItemHasNoMoreLinesThanSomebodyWouldWrite() {
    String most = "\nor that".repeat(AnswerItems.MAX_LINES - 1);
    assertEquals(List.of("this" + most, "date"), linesOfTwoItems(most));
    assertEquals(List.of(), linesOfTwoItems(most + "\nor that"));
    String longest = "\n" + "o".repeat(AnswerItems.MAX_LENGTH - 5);
    assertEquals(List.of("this" + longest, "date"), linesOfTwoItems(longest));
    assertEquals(List.of(), linesOfTwoItems(longest + "o"));
  }

  private static List<String> linesOfTwoItems(String further) {
    return items(
        "What are the columns?", "- this" + further + "\n- date", "date", "this" + further);
  }

  @Test
  void oneItemThatTheReaderSeesAloneIsTheAnswer() {
    assertEquals(
        List.of(), items("Which documents do I need?", LIST, "your passport or card", "Ann"));
  }

  @Test
  void aSpanOverSeveralItemsIsTheList() {
    assertEquals(
        List.of("your passport or card", "the signed contract", "a photo"),
        items("Which documents do I need?", LIST, "your passport or card;\n- the signed contract"));
  }

  @Test
  void aPartOfAnItemIsNotTheList() {
    String hours = "Opening hours\n- Monday: 8 to 18\n- Tuesday: 9 to 17, closed at noon";
    assertEquals(
        List.of(), items("What are the opening hours on Tuesday?", hours, "9 to 17", "8 to 18"));
  }

  @Test
  void spansThatAnAndPartsAnswerTogether() {
    assertEquals(
        List.of("at Mill Street", "behind the canteen", "in the yard"),
        items(
            "Where can I park?",
            "Cars may be parked at Mill Street, behind the canteen or in the yard.",
            "behind the canteen",
            "in the yard",
            "at Mill Street"));
  }

  @Test
  void otherWordsBetweenThemPartThem() {
    assertEquals(
        List.of(),
        items(
            "Where can I park?",
            "Cars may be parked at Mill Street. Bicycles stand in the yard.",
            "at Mill Street",
            "in the yard"));
  }

  @Test
  void nextToEachOtherTheyAreNotSeveral() {
    assertEquals(
        List.of(), items("How long is it?", "It takes 20 days in all.", "20", "days", "in all"));
  }

  @Test
  void nothingIsNoList() {
    assertNull(AnswerItems.of("Which documents?", List.of()));
  }

  /** Ranks spans of one passage, each a little below the one before. */
  private static List<String> items(String question, String text, String... spans) {
    List<RankedAnswer> answers =
        Stream.of(spans)
            .map(span ->
                new RankedAnswer(candidate("d_1", 1, text, span, 5), 0.5, List.of(), Map.of()))
            .toList();
    Items items = AnswerItems.of(question, answers);
    return items == null ? List.of() : items.spans().stream().map(items.passage()::textAt).toList();
  }
}

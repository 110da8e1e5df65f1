package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a generated document says: sections of made-up sentences, each on a page of its own where
 * the format has pages, and in one of them a sentence and a row that stand nowhere else.
 *
 * @param language ISO 639-1: en, fr, ru or ja
 * @param factPage in which section {@code fact} stands, counted from 1
 * @param rows of a table of numbers, the first with the names of its columns
 */
record CorpusStory(
    String language,
    String title,
    List<CorpusSection> sections,
    int factPage,
    String fact,
    List<List<String>> rows) {

  /** A heading, paragraphs and the items of a list. */
  record CorpusSection(String heading, List<String> paragraphs, List<String> items) {}

  private static final List<String> ENGLISH =
      List.of(
          "The harbour office keeps a record of every boat that comes in at night.",
          "Members of staff who travel to the upper valley are paid for their tickets.",
          "A second copy of the report is sent to the council before the end of the month.",
          "Nobody may open the sluice without a word from the engineer on duty.",
          "The garden behind the mill is open to visitors on the first Sunday of the month.",
          "When the river rises above the mark, the lower road is closed to all traffic.",
          "Each of the instruments is checked against the standard once a year.",
          "Requests that arrive after noon are answered on the following working day.");

  private static final List<String> FRENCH =
      List.of(
          "Le bureau du port tient un registre de tous les bateaux arrivés pendant la nuit.",
          "Les salariés qui se déplacent dans la haute vallée sont remboursés de leurs billets.",
          "Une seconde copie du rapport est envoyée à la mairie avant la fin du mois.",
          "Personne ne peut ouvrir l'écluse sans l'accord de l'ingénieur de garde.",
          "Le jardin derrière le moulin est ouvert aux visiteurs le premier dimanche du mois.",
          "Quand la rivière dépasse le repère, la route basse est fermée à la circulation.",
          "Chacun des appareils est comparé à l'étalon une fois par année.",
          "Les demandes reçues après midi sont traitées le jour ouvrable suivant.");

  private static final List<String> RUSSIAN =
      List.of(
          "Контора порта записывает каждое судно, которое приходит ночью.",
          "Сотрудники, которые едут в верхнюю долину, получают деньги за билеты.",
          "Вторая копия отчёта отправляется в совет до конца месяца.",
          "Сад за мельницей открыт для посетителей в первое воскресенье месяца.");

  private static final List<String> JAPANESE =
      List.of(
          "港の事務所は夜に入ってくるすべての船を記録しています。",
          "上の谷へ出張する職員には切符の代金が支払われます。",
          "報告書の二番目の写しは月末までに議会へ送られます。",
          "水車小屋の裏の庭は毎月最初の日曜日に公開されています。");

  /** The next story of a random sequence, of {@code length} to four times {@code length} pages. */
  static CorpusStory next(Random random, String language, int number, int length) {
    List<String> sentences = sentences(language);
    int pages = length * (1 + random.nextInt(4));
    int factPage = 1 + random.nextInt(pages);
    int value = 1_000 + random.nextInt(9_000);
    String fact =
        switch (language) {
          case "fr" -> "Le dossier n° " + number + " porte sur " + value + " kilomètres de côte.";
          case "ru" -> "Дело номер " + number + " касается " + value + " километров берега.";
          case "ja" -> "第" + number + "号の書類は海岸の" + value + "キロに関するものです。";
          default -> "File number " + number + " is about " + value + " miles of coast.";
        };
    List<CorpusSection> sections = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      List<String> paragraphs = new ArrayList<>();
      for (int i = 2 + random.nextInt(4); i > 0; i--) {
        paragraphs.add(
            pick(random, sentences)
                + " "
                + pick(random, sentences)
                + " "
                + pick(random, sentences));
      }
      if (page == factPage) {
        paragraphs.add(1, fact);
      }
      sections.add(
          new CorpusSection(
              heading(language) + " " + page,
              paragraphs,
              List.of(pick(random, sentences), pick(random, sentences))));
    }
    return new CorpusStory(
        language,
        heading(language) + " " + number,
        sections,
        factPage,
        fact,
        rows(random, language, number, length));
  }

  private static List<List<String>> rows(Random random, String language, int number, int length) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(language.equals("fr") ? List.of("Élève", "Note") : List.of("Pupil", "Grade"));
    rows.add(List.of("Anna " + number, Integer.toString(1 + random.nextInt(9))));
    for (int i = length * random.nextInt(30); i > 0; i--) {
      rows.add(List.of("Ben " + i, Integer.toString(1 + random.nextInt(9))));
    }
    return rows;
  }

  /** The first row of the table as {@link TableText} writes it. */
  String namedRow() {
    return rows.get(0).get(0)
        + ": "
        + rows.get(1).get(0)
        + " | "
        + rows.get(0).get(1)
        + ": "
        + rows.get(1).get(1);
  }

  private static String heading(String language) {
    return switch (language) {
      case "fr" -> "Règlement de la vallée, partie";
      case "ru" -> "Правила долины, часть";
      case "ja" -> "谷の規則";
      default -> "Rules of the valley, part";
    };
  }

  private static List<String> sentences(String language) {
    return switch (language) {
      case "fr" -> FRENCH;
      case "ru" -> RUSSIAN;
      case "ja" -> JAPANESE;
      default -> ENGLISH;
    };
  }

  private static String pick(Random random, List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}

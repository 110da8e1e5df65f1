package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells the row that names the columns of a table from rows of data: several cells of words, or of
 * words and of years, dates and ordinals above something else.
 */
final class ColumnNames {
  private static final Pattern VALUE = Pattern.compile("[\\p{Sc}(+-]*\\s*\\d.*", Pattern.DOTALL);

  /** Longer names are cut short where they stand beside cells. */
  private static final int MAX_NAME = 80;

  /** No question of a survey is longer. */
  private static final int MAX_QUESTION = 500;

  /** In fewer columns, a year may be a property of a thing, and words that are alike its values. */
  private static final int FEW_COLUMNS = 3;

  /** What names may be that begin with a digit. */
  private enum Kind {
    YEAR("(?:19|20)\\d\\d(?:\\s?[-/–]\\s?(?:\\d\\d|(?:19|20)\\d\\d))?"),
    DATE(
        "\\d{4}-\\d\\d?(?:-\\d\\d?)?|\\d\\d?/\\d\\d?(?:/\\d{2,4})?|\\d\\d?\\.\\d\\d?\\.(?:\\d{2,4})?"),
    ORDINAL("\\d{1,3}(?:st|nd|rd|th|er|re|ère|e|ème|º|ª|[.)])\\s+\\p{L}.*"),
    WORDS("\\d[\\d.,/–-]*\\s?\\p{L}.*");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    boolean matches(String cell) {
      return pattern.matcher(cell).matches();
    }

    /** Whether a cell is of another kind. */
    boolean isAbove(String cell) {
      return this == WORDS ? cell.chars().noneMatch(Character::isLetter) : !matches(cell);
    }
  }

  private ColumnNames() {}

  /** Whether a cell holds a figure, an amount or a date. */
  static boolean isValue(String cell) {
    return VALUE.matcher(cell).matches();
  }

  /** Whether cells are names, whatever stands below: words, and no two alike. */
  static boolean areWords(List<String> cells) {
    List<String> filled = filled(cells);
    return areNames(cells)
        && distinct(filled) == filled.size()
        && filled.stream().allMatch(cell -> !isLong(cell) && !isValue(cell));
  }

  /** Whether cells may be names where the document says so; some may be figures then. */
  static boolean areNames(List<String> cells) {
    List<String> filled = filled(cells);
    return distinct(filled) > 1 && filled.stream().allMatch(cell -> cell.length() <= MAX_QUESTION);
  }

  /** Whether cells may be names by the row below. */
  static boolean mayBe(List<String> cells) {
    List<Column> columns = columns(cells, List.of());
    return areNames(cells) && columns.stream().allMatch(column -> column.fits(columns.size()));
  }

  /**
   * Whether cells are names by the row below: years and the like stand above others, questions
   * above answers, and names that come twice above other words.
   */
  static boolean areAbove(List<String> below, List<String> cells) {
    if (areWords(cells)) {
      return true;
    }
    List<Column> columns = columns(cells, below);
    List<String> filled = filled(cells);
    List<Column> figures = columns.stream().filter(column -> isValue(column.name)).toList();
    return areNames(cells)
        && columns.stream().allMatch(column -> column.fits(columns.size()))
        && columns.stream().anyMatch(Column::isOfWords)
        && (figures.isEmpty() ? columns : figures).stream().anyMatch(Column::isFilled)
        && (distinct(filled) == filled.size() || areAlike(columns, filled, below));
  }

  private static boolean areAlike(List<Column> columns, List<String> filled, List<String> below) {
    return Collections.disjoint(filled, below)
        && (distinct(filled) >= FEW_COLUMNS
            || columns.stream().anyMatch(column -> !isValue(column.name) && isValue(column.below)));
  }

  private static List<Column> columns(List<String> cells, List<String> below) {
    int columns = cells.size();
    while (columns > 0 && cells.get(columns - 1).isEmpty()) {
      columns--;
    }
    return IntStream.range(0, columns)
        .mapToObj(i -> new Column(cells.get(i), i < below.size() ? below.get(i) : ""))
        .toList();
  }

  /**
   * What may be a name, and what stands below it.
   *
   * @param below empty if nothing does
   */
  private record Column(String name, String below) {
    /** Whether the one does not stand against being the name of the other. */
    boolean fits(int columns) {
      if (isValue(name)) {
        return columns >= FEW_COLUMNS
            && Stream.of(Kind.values())
                .filter(kind -> kind.matches(name))
                .findFirst()
                .filter(kind -> below.isEmpty() || kind.isAbove(below))
                .isPresent();
      }
      boolean question = name.endsWith("?") && !below.endsWith("?");
      return !isLong(name) || (!isLong(below) && (question || columns >= FEW_COLUMNS));
    }

    boolean isOfWords() {
      return name.isEmpty() ? isFilled() && !isValue(below) : !isValue(name);
    }

    boolean isFilled() {
      return !below.isEmpty();
    }
  }

  /** Whether a name is cut short before a cell. */
  static boolean isLong(String name) {
    return name.length() > MAX_NAME;
  }

  /** As they stand before the cells: cut short where they are long, numbered where alike. */
  static List<String> brief(List<String> cells) {
    Map<String, Integer> times = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String name = isLong(cell) ? cut(cell) : cell;
      int time = times.merge(name, 1, Integer::sum);
      names.add(name.isEmpty() || time == 1 ? name : name + " " + time);
    }
    return names;
  }

  /** At the end of a word, if one ends in the second half. */
  private static String cut(String name) {
    String cut = TextCleaner.clip(name, MAX_NAME);
    int end = cut.lastIndexOf(' ');
    return (end > MAX_NAME / 2 ? cut.substring(0, end) : cut) + "…";
  }

  private static List<String> filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).toList();
  }

  private static int distinct(List<String> cells) {
    return new HashSet<>(cells).size();
  }
}

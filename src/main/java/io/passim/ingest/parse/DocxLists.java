package io.passim.ingest.parse;

import io.passim.ingest.parse.DocxNumbering.Numbered;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Counts the paragraphs of a Word document that it numbers, and tells what stands before each:
 * whether a paragraph says so itself, or its style.
 */
final class DocxLists {
  /** Takes a paragraph out of the list that its style puts it in. */
  private static final String NO_LIST = "0";

  private final Supplier<DocxNumbering> numbering;
  private final DocxStyles styles;
  private final Map<String, Optional<Numbered>> lists = new HashMap<>();

  /** The numbers of the last items, by kind of list and level. */
  private final Map<String, int[]> counts = new HashMap<>();

  /** The levels of lists that have begun with a number of their own. */
  private final Set<String> begun = new HashSet<>();

  /**
   * @param numbering asked where a paragraph belongs to a list
   */
  DocxLists(Supplier<DocxNumbering> numbering, DocxStyles styles) {
    this.numbering = numbering;
    this.styles = styles;
  }

  /**
   * What stands before the next paragraph, a space at its end; empty if nothing does.
   *
   * @param ownList the id of a list that it names itself, empty if none
   * @param ownLevel the level that it names, empty if none
   */
  String marker(String ownList, String ownLevel, String style) {
    String id = ownList.isEmpty() ? styles.list(style) : ownList;
    if (id.isEmpty() || id.equals(NO_LIST)) {
      return "";
    }
    Optional<Numbered> list =
        lists.computeIfAbsent(id, any -> Optional.ofNullable(numbering.get().find(any, styles)));
    if (list.isEmpty()) {
      return "";
    }
    Map<Integer, DocxLevel> levels = list.get().levels();
    int at = DocxLevel.number(ownLevel);
    if (ownList.isEmpty() && ownLevel.isEmpty()) {
      at = levelOf(style, levels);
    }
    DocxLevel level = levels.get(at);
    if (level == null || at >= DocxLevel.LEVELS) {
      return "";
    }
    return level.marker(counted(id, list.get(), at, level), levels);
  }

  private int[] counted(String id, Numbered list, int at, DocxLevel level) {
    int[] numbers =
        counts.computeIfAbsent(
            list.kind(),
            any -> {
              int[] none = new int[DocxLevel.LEVELS];
              Arrays.fill(none, -1);
              return none;
            });
    Integer start = list.starts().get(at);
    if (start != null && begun.add(id + ' ' + at)) {
      numbers[at] = start;
    } else {
      numbers[at] = numbers[at] < 0 ? level.start() : numbers[at] + 1;
    }
    for (int below = at + 1; below < numbers.length; below++) {
      DocxLevel lower = list.levels().get(below);
      if (lower == null || lower.restartsAfter(at)) {
        numbers[below] = -1;
      }
    }
    return numbers;
  }

  /** A style is of the level that names it, or of the one that it names. */
  private int levelOf(String style, Map<Integer, DocxLevel> levels) {
    for (String ancestor : styles.lineage(style)) {
      for (Map.Entry<Integer, DocxLevel> level : levels.entrySet()) {
        if (level.getValue().isOf(ancestor)) {
          return level.getKey();
        }
      }
      String named = styles.ownLevel(ancestor);
      if (!named.isEmpty()) {
        return DocxLevel.number(named);
      }
    }
    return 0;
  }
}

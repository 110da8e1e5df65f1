package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The styles of a Word document: whose paragraphs stand at the top of a page or belong to a list.
 */
final class DocxStyles extends DefaultHandler {
  /** Styles may be based on one another in a circle. */
  private static final int MAX_ANCESTORS = 20;

  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, Boolean> breaks = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, String> levels = new HashMap<>();
  private String current = "";

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    switch (local) {
      case "style" -> current = ZippedXml.attribute(attributes, "styleId", "");
      case "basedOn" -> bases.put(current, ZippedXml.attribute(attributes, "val", ""));
      case "pageBreakBefore" -> breaks.put(current, isOn(attributes));
      case "numId" -> lists.put(current, ZippedXml.attribute(attributes, "val", ""));
      case "ilvl" -> levels.put(current, ZippedXml.attribute(attributes, "val", ""));
      default -> {}
    }
  }

  /** Whether paragraphs of this style stand at the top of a page. */
  boolean breaksPage(String style) {
    return inherited(style, breaks, false);
  }

  /** The id of the list that paragraphs of this style belong to, empty if none. */
  String list(String style) {
    return inherited(style, lists, "");
  }

  /** The level of a list that this style itself names, empty if none. */
  String ownLevel(String style) {
    return levels.getOrDefault(style, "");
  }

  /** A style and those that it is based on, the nearest first. */
  List<String> lineage(String style) {
    List<String> lineage = new ArrayList<>();
    String at = style;
    while (!at.isEmpty() && lineage.size() < MAX_ANCESTORS) {
      lineage.add(at);
      at = bases.getOrDefault(at, "");
    }
    return lineage;
  }

  private <T> T inherited(String style, Map<String, T> values, T otherwise) {
    return lineage(style).stream()
        .filter(values::containsKey)
        .findFirst()
        .map(values::get)
        .orElse(otherwise);
  }

  /** Whether a property is on, which it is if it is there and does not say otherwise. */
  static boolean isOn(Attributes attributes) {
    return switch (ZippedXml.attribute(attributes, "val", "true")) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }
}

package io.passim.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The styles of a Word document: whose paragraphs stand at the top of a page. */
final class DocxStyles extends DefaultHandler {
  /** Styles may be based on one another in a circle. */
  private static final int MAX_ANCESTORS = 20;

  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, Boolean> breaks = new HashMap<>();
  private String current = "";

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    switch (local) {
      case "style" -> current = ZippedXml.attribute(attributes, "styleId", "");
      case "basedOn" -> bases.put(current, ZippedXml.attribute(attributes, "val", ""));
      case "pageBreakBefore" -> breaks.put(current, isOn(attributes));
      default -> {}
    }
  }

  /** Whether paragraphs of this style stand at the top of a page. */
  boolean breaksPage(String style) {
    String at = style;
    for (int i = 0; i < MAX_ANCESTORS && !at.isEmpty(); i++) {
      Boolean own = breaks.get(at);
      if (own != null) {
        return own;
      }
      at = bases.getOrDefault(at, "");
    }
    return false;
  }

  /** Whether a property is on, which it is if it is there and does not say otherwise. */
  static boolean isOn(Attributes attributes) {
    return switch (ZippedXml.attribute(attributes, "val", "true")) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }
}

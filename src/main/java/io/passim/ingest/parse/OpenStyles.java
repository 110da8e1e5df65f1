package io.passim.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The styles of an OpenDocument file that is a text: what they are made of, and where they break
 * pages.
 */
final class OpenStyles extends DefaultHandler {
  /** Styles may be made of one another in a circle. */
  private static final int MAX_ANCESTORS = 20;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, String> after = new HashMap<>();
  private String current = "";

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    switch (local) {
      case "style" -> {
        current = ZippedXml.attribute(attributes, "name", "");
        parents.put(current, ZippedXml.attribute(attributes, "parent-style-name", ""));
        // Text on another kind of page is on another page.
        if (!ZippedXml.attribute(attributes, "master-page-name", "").isEmpty()) {
          before.put(current, "page");
        }
      }
      case "paragraph-properties", "table-properties" -> {
        String breakBefore = ZippedXml.attribute(attributes, "break-before", "");
        if (!breakBefore.isEmpty()) {
          before.putIfAbsent(current, breakBefore);
        }
        String breakAfter = ZippedXml.attribute(attributes, "break-after", "");
        if (!breakAfter.isEmpty()) {
          after.put(current, breakAfter);
        }
      }
      default -> {}
    }
  }

  /** Other elements have properties too, which are of no style. */
  @Override
  public void endElement(String uri, String local, String qualified) {
    if (local.equals("style")) {
      current = "";
    }
  }

  /** The style that this one is made of; itself if it is not known to be made of one. */
  String parentOf(String style) {
    return parents.getOrDefault(style, style);
  }

  /** Whether what has this style begins a page. */
  boolean breaksBefore(String style, OpenStyles named) {
    return "page".equals(of(style, before, named.before, named));
  }

  /** Whether what has this style ends a page. */
  boolean breaksAfter(String style, OpenStyles named) {
    return "page".equals(of(style, after, named.after, named));
  }

  private String of(
      String style, Map<String, String> own, Map<String, String> ofNamed, OpenStyles named) {
    String at = style;
    for (int i = 0; i < MAX_ANCESTORS && !at.isEmpty(); i++) {
      String value = own.getOrDefault(at, ofNamed.getOrDefault(at, ""));
      if (!value.isEmpty()) {
        return value;
      }
      at = parents.getOrDefault(at, named.parents.getOrDefault(at, ""));
    }
    return "";
  }
}

package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The lists that a Word document defines, in a part of its own (ECMA-376-1, 17.9). */
final class DocxNumbering extends DefaultHandler {
  /**
   * A list.
   *
   * @param kind lists of one kind are counted together
   * @param levels from 0
   * @param starts the numbers with which levels begin where this list begins
   */
  record Numbered(String kind, Map<Integer, DocxLevel> levels, Map<Integer, Integer> starts) {}

  private static final class Kind {
    private final Map<Integer, DocxLevel> levels = new HashMap<>();

    /** The style that has its levels instead, empty if none. */
    private String style = "";
  }

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, Numbered> lists = new HashMap<>();
  private Map<Integer, DocxLevel> levels = new HashMap<>();
  private Map<Integer, Integer> starts = new HashMap<>();
  private Kind kind = new Kind();
  private String list = "";
  private int override;
  private DocxLevel level = new DocxLevel();

  private DocxNumbering() {}

  /** What a document defines; nothing if that cannot be read. */
  static DocxNumbering of(Path file) {
    DocxNumbering numbering = new DocxNumbering();
    String type = XWPFRelation.NUMBERING.getContentType();
    try (OPCPackage document = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      for (PackagePart part : document.getPartsByContentType(type)) {
        try (InputStream content = part.getInputStream()) {
          XMLReaderUtils.parseSAX(content, numbering, new ParseContext());
        }
      }
    } catch (IOException | SAXException | TikaException | OpenXML4JException damaged) {
      return new DocxNumbering();
    }
    return numbering;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    String value = ZippedXml.attribute(attributes, "val", "");
    switch (local) {
      case "abstractNum" -> {
        kind = new Kind();
        kinds.put(ZippedXml.attribute(attributes, "abstractNumId", ""), kind);
        levels = kind.levels;
      }
      case "numStyleLink" -> kind.style = value;
      case "num" -> {
        list = ZippedXml.attribute(attributes, "numId", "");
        levels = new HashMap<>();
        starts = new HashMap<>();
      }
      case "abstractNumId" -> lists.put(list, new Numbered(value, levels, starts));
      case "lvlOverride" -> override = levelNumber(attributes);
      case "startOverride" -> starts.put(override, DocxLevel.number(value));
      case "lvl" -> {
        level = new DocxLevel();
        levels.put(levelNumber(attributes), level);
      }
      default -> level.read(local, value, DocxStyles.isOn(attributes));
    }
  }

  /**
   * A list by its id, with all its levels; null if there is none.
   *
   * @param styles which may have the levels of a list
   */
  @Nullable Numbered find(String id, DocxStyles styles) {
    Numbered own = lists.get(id);
    Kind of = own == null ? null : kinds.get(own.kind);
    if (own == null || of == null) {
      return null;
    }
    Numbered linked = of.style.isEmpty() ? null : lists.get(styles.list(of.style));
    String counted = linked == null ? own.kind : linked.kind;
    Map<Integer, DocxLevel> all = new HashMap<>(kinds.getOrDefault(counted, of).levels);
    all.putAll(own.levels);
    return new Numbered(counted, all, own.starts);
  }

  private static int levelNumber(Attributes attributes) {
    return DocxLevel.number(ZippedXml.attribute(attributes, "ilvl", "0"));
  }
}

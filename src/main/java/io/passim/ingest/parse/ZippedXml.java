package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Formats that are zip files of XML, which Passim reads without a library of their own. */
final class ZippedXml {
  /** Of a part that describes others; one that is read whole into memory. */
  private static final int MAX_DESCRIPTION = 16 << 20;

  private static final long SMALL = 64L << 20;

  private ZippedXml() {}

  /**
   * Opens a file whose parts together do not claim to be a bomb.
   *
   * @throws LimitException if they do
   */
  static ZipFile open(Reading reading) throws IOException {
    ZipFile zip = new ZipFile(reading.path().toFile());
    long packed = 0;
    long unpacked = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      packed += entry.getCompressedSize();
      unpacked += entry.getSize();
    }
    if (unpacked > Unfolding.MAX_BYTES
        || (unpacked > SMALL && unpacked / Math.max(1, packed) > Unfolding.MAX_RATIO)) {
      zip.close();
      throw new LimitException(
          "The document unpacks to "
              + (unpacked >> 20)
              + " MB. Split it into smaller documents and"
              + " upload those.");
    }
    return zip;
  }

  /** A part as a tree, null if there is none. External entities are not followed. */
  static @Nullable Document tree(ZipFile zip, String path)
      throws IOException, SAXException, TikaException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      return null;
    }
    if (entry.getSize() > MAX_DESCRIPTION) {
      throw new IOException(path + " is too large");
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return XMLReaderUtils.buildDOM(content, new ParseContext());
    }
  }

  /** The words of the first element of this local name, null if there is none. */
  static @Nullable String first(@Nullable Document tree, String name) {
    NodeList found = elements(tree, name);
    return found == null || found.getLength() == 0 ? null : found.item(0).getTextContent();
  }

  /** The elements of this local name in any namespace, null if there is no tree. */
  static @Nullable NodeList elements(@Nullable Document tree, String name) {
    return tree == null ? null : tree.getElementsByTagNameNS("*", name);
  }

  /** An attribute by its local name in any namespace, empty if there is none. */
  static String attribute(Element element, String name) {
    String plain = element.getAttribute(name);
    for (int i = 0; plain.isEmpty() && i < element.getAttributes().getLength(); i++) {
      if (name.equals(element.getAttributes().item(i).getLocalName())) {
        plain = element.getAttributes().item(i).getNodeValue();
      }
    }
    return plain;
  }

  /** The same of an element that is being read. */
  static String attribute(Attributes attributes, String name, String otherwise) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (name.equals(attributes.getLocalName(i))) {
        return attributes.getValue(i);
      }
    }
    return otherwise;
  }
}

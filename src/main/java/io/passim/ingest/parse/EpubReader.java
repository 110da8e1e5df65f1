package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * EPUB: one page for each item of the spine, which is a chapter in most books (EPUB 3.3, 5.7). What
 * the spine names but the file lacks is left out.
 */
final class EpubReader implements FormatReader {
  private static final String STRAY_PERCENT = "%(?!\\p{XDigit}{2})";

  @Override
  public FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException {
    try (ZipFile zip = ZippedXml.open(reading)) {
      String packagePath = packagePath(zip);
      Document book = ZippedXml.tree(zip, packagePath);
      if (book == null) {
        throw new FileNotFoundException(packagePath);
      }
      List<String> spine = spine(book, packagePath);
      if (spine.stream().anyMatch(encrypted(zip)::contains)) {
        throw new UnreadableException(
            "document_encrypted",
            "The book is protected by its seller (DRM). Upload a copy without protection.");
      }
      for (int i = 0; i < spine.size(); i++) {
        ZipEntry entry = zip.getEntry(spine.get(i));
        reading.text().startPage(i + 1);
        if (entry != null) {
          TextBuilder chapter = reading.text().part();
          try (InputStream content = new BufferedInputStream(zip.getInputStream(entry))) {
            HtmlReader.readChapter(content, chapter);
          }
          reading.text().append(chapter.build());
        }
        reading.progress().accept((i + 1.0) / spine.size());
      }
      return new FileProperties(
          Objects.requireNonNullElse(ZippedXml.first(book, "title"), ""),
          ZippedXml.first(book, "creator"),
          FileDates.parse(ZippedXml.first(book, "date")));
    }
  }

  private static String packagePath(ZipFile zip) throws IOException, SAXException, TikaException {
    NodeList roots = ZippedXml.elements(ZippedXml.tree(zip, "META-INF/container.xml"), "rootfile");
    if (roots == null || roots.getLength() == 0) {
      throw new FileNotFoundException("META-INF/container.xml");
    }
    return ((Element) roots.item(0)).getAttribute("full-path");
  }

  /** The paths of the items in reading order. */
  private static List<String> spine(Document book, String packagePath) {
    Map<String, String> paths = new HashMap<>();
    for (Element item : elements(book, "item")) {
      if (item.getAttribute("media-type").contains("html")) {
        paths.put(item.getAttribute("id"), resolve(packagePath, item.getAttribute("href")));
      }
    }
    return elements(book, "itemref").stream()
        .map(item -> paths.get(item.getAttribute("idref")))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Set<String> encrypted(ZipFile zip)
      throws IOException, SAXException, TikaException {
    Document encryption = ZippedXml.tree(zip, "META-INF/encryption.xml");
    Set<String> paths = new HashSet<>();
    if (encryption != null) {
      for (Element reference : elements(encryption, "CipherReference")) {
        paths.add(resolve("root", reference.getAttribute("URI")));
      }
    }
    return paths;
  }

  private static List<Element> elements(Document tree, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = tree.getElementsByTagNameNS("*", name);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /**
   * A reference in a part as the path of another part; a sign that stands for no other is itself.
   */
  private static String resolve(String from, String reference) {
    String encoded = reference.replace("+", "%2B").replaceAll(STRAY_PERCENT, "%25");
    String path = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    return Path.of("/" + from).resolveSibling(path).normalize().toString().substring(1);
  }
}

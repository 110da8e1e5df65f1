package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.OfflineContentHandler;
import org.apache.tika.sax.TeeContentHandler;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tika's own parser of XML, with its guards, for the parts of one Word document: looks at what Tika
 * gets of the styles and of the main part.
 */
final class DocxParts extends SAXParser implements DocxMarks.OtherParts {
  private final SAXParser parser;
  private final XhtmlHandler text;
  private final Path file;
  private final ReadBytes read;
  private final DocxStyles styles = new DocxStyles();
  private @Nullable List<Boolean> sections;
  private @Nullable DocxNumbering numbering;

  /**
   * @param text what Tika writes to
   * @param file the document
   * @param read told what is read of it
   */
  DocxParts(XhtmlHandler text, Path file, ReadBytes read) throws TikaException {
    parser = XMLReaderUtils.getSAXParser();
    this.text = text;
    this.file = file;
    this.read = read;
  }

  @Override
  public void parse(InputSource part, DefaultHandler tika) throws SAXException, IOException {
    if (part.getByteStream() != null) {
      part.setByteStream(read.of(part.getByteStream()));
    }
    parser.parse(part, new OfflineContentHandler(new Part(tika)));
  }

  @Override
  public List<Boolean> sectionsBeginPages() throws SAXException {
    if (sections == null) {
      try {
        sections = DocxSections.beginPages(file);
      } catch (IOException | TikaException e) {
        throw new SAXException(e);
      }
    }
    return sections;
  }

  @Override
  public DocxNumbering numbering() {
    if (numbering == null) {
      numbering = DocxNumbering.of(file);
    }
    return numbering;
  }

  @Override
  @SuppressWarnings("deprecation") // SAXParser has it.
  public Parser getParser() throws SAXException {
    return parser.getParser();
  }

  @Override
  public XMLReader getXMLReader() throws SAXException {
    return parser.getXMLReader();
  }

  @Override
  public boolean isNamespaceAware() {
    return parser.isNamespaceAware();
  }

  @Override
  public boolean isValidating() {
    return parser.isValidating();
  }

  @Override
  public void setProperty(String name, Object value)
      throws SAXNotRecognizedException, SAXNotSupportedException {
    parser.setProperty(name, value);
  }

  @Override
  public Object getProperty(String name)
      throws SAXNotRecognizedException, SAXNotSupportedException {
    return parser.getProperty(name);
  }

  /** A part of which its root tells what it is. */
  private final class Part extends ContentHandlerDecorator {
    private final ContentHandler tika;
    private boolean known;

    Part(ContentHandler tika) {
      super(tika);
      this.tika = tika;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes)
        throws SAXException {
      if (!known) {
        known = true;
        switch (local) {
          case "document" -> setContentHandler(new DocxMarks(tika, text, styles, DocxParts.this));
          case "styles" -> setContentHandler(new TeeContentHandler(tika, styles));
          default -> {}
        }
      }
      super.startElement(uri, local, qualified, attributes);
    }
  }
}

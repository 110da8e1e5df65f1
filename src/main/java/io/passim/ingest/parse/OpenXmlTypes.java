package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a package of Office Open XML says that it is: the content type of its main part, whatever
 * that is called (ECMA-376, part 2, "Content types").
 */
final class OpenXmlTypes {
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  /** Those of thousands of parts. */
  private static final int MAX_BYTES = 1 << 20;

  /** As all programs write them: they are not parsed, so that they can do no harm as XML. */
  private static final Pattern MAIN_TYPE =
      Pattern.compile("ContentType\\s*=\\s*[\"']([\\w./+-]{1,150})\\.main(?:\\+xml)?[\"']");

  private static final Map<String, Pattern> BY_MAIN_TYPE =
      Map.of(
          MediaTypes.DOCX, main("wordprocessingml|ms-word", "document|template"),
          MediaTypes.PPTX,
              main("presentationml|ms-powerpoint", "presentation|slideshow|template|addin"),
          MediaTypes.XLSX, main("spreadsheetml|ms-excel", "sheet|template|addin"));

  private OpenXmlTypes() {}

  /**
   * The media type of a package, not always one that can be parsed; empty if the file is none, or
   * does not say.
   */
  static Optional<String> typeOf(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(CONTENT_TYPES);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream content = zip.getInputStream(entry)) {
      Matcher main =
          MAIN_TYPE.matcher(new String(content.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1));
      return main.find() ? Optional.of(typeOf(main.group(1))) : Optional.empty();
    }
  }

  private static Pattern main(String family, String kind) {
    return Pattern.compile(
        "(?i).*\\.(?:" + family + ")\\.(?:" + kind + ")(?:\\.macroEnabled(?:Template)?)?");
  }

  private static String typeOf(String main) {
    return BY_MAIN_TYPE.entrySet().stream()
        .filter(type -> type.getValue().matcher(main).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(main);
  }
}

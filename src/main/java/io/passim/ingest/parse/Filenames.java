package io.passim.ingest.parse;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** File names as people gave them. */
public final class Filenames {
  /** Longest name that is kept, in UTF-16 code units. */
  private static final int MAX_LENGTH = 255;

  /** Longest path of a folder that is kept, in UTF-16 code units. */
  private static final int MAX_FOLDER = 500;

  private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,10}\\z");

  private Filenames() {}

  /** The last part of a path in any system's form, without controls; {@code document} if none. */
  public static String sanitise(String uploaded) {
    int cut = Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\'));
    String name = TextCleaner.cleanLine(uploaded.substring(cut + 1));
    if (name.length() > MAX_LENGTH) {
      int from = name.length() - MAX_LENGTH;
      name = name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
    return name.isEmpty() ? "document" : name;
  }

  /**
   * A folder's path with {@code /} between its parts, without controls, {@code .}, {@code ..} and
   * empty parts; at most {@value #MAX_FOLDER} UTF-16 code units, from its end if it is longer.
   */
  public static String sanitiseFolder(String uploaded) {
    String path =
        Arrays.stream(uploaded.split("[/\\\\]"))
            .map(TextCleaner::cleanLine)
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
            .collect(Collectors.joining("/"));
    if (path.length() <= MAX_FOLDER) {
      return path;
    }
    int cut = path.indexOf('/', path.length() - MAX_FOLDER - 1);
    return cut < 0 ? "" : path.substring(cut + 1);
  }

  public static String withoutExtension(String filename) {
    return EXTENSION.matcher(filename).replaceFirst("");
  }
}

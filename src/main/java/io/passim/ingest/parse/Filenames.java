package io.passim.ingest.parse;

import java.util.regex.Pattern;

/** File names as people gave them. */
public final class Filenames {
  /** Longest name that is kept, in UTF-16 code units. */
  private static final int MAX_LENGTH = 255;

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

  public static String withoutExtension(String filename) {
    return EXTENSION.matcher(filename).replaceFirst("");
  }
}

package io.passim.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What questions that are written alike have in common: case, white space, the kind of quotation
 * marks and the punctuation at the ends make no difference. Pure functions.
 */
public final class QuestionKey {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018\\u2019\\u02BC`\\u00B4]");
  private static final Pattern ENDS =
      Pattern.compile(
          "^[\\s\"\\u201C\\u201D\\u00AB\\u00BB¿¡]+|[\\s\"\\u201C\\u201D\\u00AB\\u00BB?!.…]+$");

  /** Half of SHA-256: enough that no two questions of a server share it. */
  private static final int HEX_DIGITS = 32;

  private QuestionKey() {}

  /** The question in lower case and compatibility form (NFKC), with single spaces. */
  public static String normalise(String question) {
    String composed = Normalizer.normalize(question, Normalizer.Form.NFKC);
    String quoted = SINGLE_QUOTES.matcher(composed).replaceAll("'");
    String spaced = SPACE.matcher(quoted).replaceAll(" ");
    String bare = ENDS.matcher(spaced).replaceAll("").toLowerCase(Locale.ROOT);
    return bare.isEmpty() ? spaced.strip() : bare;
  }

  /** 32 hexadecimal digits, the same for questions with the same normalised form. */
  public static String of(String question) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(normalise(question).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package io.passim.review;

import io.passim.curate.StorableText;
import io.passim.store.ReviewRecords.CaseRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets through what can be decided. Pure functions. */
final class DecisionCheck {
  private static final int MAX_NOTE = 2000;
  private static final int MAX_QUESTION = 1000;
  private static final int MAX_CONTEXT = 20_000;
  private static final int MAX_ANSWERS = 10;
  private static final int MAX_ANSWER = 1000;
  private static final String SPACE = "[\\s\\p{Zl}\\p{Zp}\\u0085]+";

  private DecisionCheck() {}

  /** The note without what is around it; null if there is none. */
  static @Nullable String note(@Nullable String typed) {
    String note = clean(typed);
    if (note.length() > MAX_NOTE) {
      throw new ReviewRefusedException(
          "note_too_long", "A note has at most " + MAX_NOTE + " characters.");
    }
    return note.isEmpty() ? null : note;
  }

  /** A note that must be there. */
  static String gap(@Nullable String typed) {
    String note = note(typed);
    if (note == null) {
      throw new ReviewRefusedException("note_empty", "Say which document is missing.");
    }
    return note;
  }

  /**
   * A case of the dataset.
   *
   * @param asked the question under review
   */
  static CaseRow test(String key, String asked, Decision.Case wanted, Instant now) {
    String question = singleLine(Objects.requireNonNullElse(wanted.question(), asked));
    String context = clean(wanted.context());
    if (question.isEmpty() || question.length() > MAX_QUESTION) {
      throw invalid("A question has 1 to " + MAX_QUESTION + " characters.");
    }
    if (context.length() > MAX_CONTEXT) {
      throw invalid("A context has at most " + MAX_CONTEXT + " characters.");
    }
    List<String> answers = answers(wanted);
    return new CaseRow(
        "q_" + UUID.randomUUID().toString().replace("-", ""),
        key,
        question,
        context.isEmpty() ? null : holding(answers, context),
        answers,
        now);
  }

  /**
   * The context with the answers on one line each, as they are kept, where a line breaks in them.
   */
  private static String holding(List<String> answers, String context) {
    String holding = context;
    for (String answer : answers) {
      String broken = Pattern.quote(answer).replace(" ", "\\E" + SPACE + "\\Q");
      Matcher place = Pattern.compile(broken).matcher(holding);
      if (!place.find()) {
        throw invalid("The context does not hold the answer \"" + answer + "\".");
      }
      if (!holding.contains(answer)) {
        holding = place.replaceFirst(Matcher.quoteReplacement(answer));
      }
    }
    return holding;
  }

  private static List<String> answers(Decision.Case wanted) {
    List<String> answers =
        wanted.answers().stream().map(DecisionCheck::singleLine).distinct().toList();
    if (answers.size() > MAX_ANSWERS) {
      throw invalid("At most " + MAX_ANSWERS + " answers.");
    }
    for (String answer : answers) {
      if (answer.isEmpty() || answer.length() > MAX_ANSWER) {
        throw invalid("An answer has 1 to " + MAX_ANSWER + " characters.");
      }
    }
    return answers;
  }

  private static String clean(@Nullable String typed) {
    return StorableText.of(Objects.requireNonNullElse(typed, "")).strip();
  }

  private static String singleLine(@Nullable String typed) {
    return clean(typed).replaceAll(SPACE, " ");
  }

  private static ReviewRefusedException invalid(String detail) {
    return new ReviewRefusedException("case_invalid", detail);
  }
}

package io.passim.web.mapping;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.Citation;
import io.passim.conversation.Conversation;
import io.passim.conversation.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A conversation as a Markdown file, with its citations. */
public final class ConversationMarkdown {
  /** What would be markup if it came from a document or a question. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");

  private static final String DELETED = "_The document of this answer has been deleted._\n";

  private static final String DISAGREEMENT =
      "_These documents give different answers. The newest comes first._\n\n";

  private static final Comparator<Alternative> NEWEST_FIRST =
      Comparator.comparing(ConversationMarkdown::since).reversed();

  private ConversationMarkdown() {}

  public static String of(Conversation conversation) {
    StringBuilder markdown = new StringBuilder();
    markdown.append("# ").append(plain(conversation.title())).append("\n\n");
    markdown.append(conversation.startedAt()).append('\n');
    for (Turn turn : conversation.turns()) {
      markdown
          .append("\n## ")
          .append(plain(turn.answer().details().question()))
          .append("\n\n")
          .append(answer(turn))
          .append('\n');
    }
    return markdown.toString();
  }

  private static String answer(Turn turn) {
    return switch (turn.answer()) {
      case Answer.Answered answered -> answered(answered, turn);
      case Answer.Unsure _ -> "_Not sure: no answer above the threshold._\n";
      case Answer.NotFound _ -> "_Nothing found._\n";
      case Answer.Curated curated -> curated(curated, turn);
    };
  }

  private static String curated(Answer.Curated curated, Turn turn) {
    Citation citation = curated.citation();
    if (citation == null) {
      return String.format(Locale.ROOT, "**%s** (curated)%n", plain(curated.text()));
    }
    if (turn.deleted().contains(citation.documentId())) {
      return DELETED;
    }
    return String.format(
            Locale.ROOT,
            "> %s%n%n**%s** (curated)%n%n%s",
            plain(citation.sentence()),
            plain(curated.text()),
            place(citation))
        + replaced(citation, turn);
  }

  private static String answered(Answer.Answered answered, Turn turn) {
    List<Alternative> statements = statements(answered);
    return statements.size() == 1
        ? statement(answered.answer(), words(answered), "", turn)
        : statements.stream()
            .map(said ->
                statement(
                    said,
                    said.equals(answered.answer()) ? words(answered) : plain(said.text()),
                    age(said.citation()),
                    turn))
            .collect(Collectors.joining("\n", DISAGREEMENT, ""));
  }

  /** The answer and those that contradict it, as the page orders them. */
  private static List<Alternative> statements(Answer.Answered answered) {
    return Stream.concat(
            Stream.of(answered.answer()),
            answered.alternatives().stream().filter(Alternative::disagrees))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private static String statement(Alternative said, String words, String age, Turn turn) {
    Citation citation = said.citation();
    if (turn.deleted().contains(citation.documentId())) {
      return DELETED;
    }
    return String.format(
            Locale.ROOT,
            "> %s%n%n**%s** (confidence %.2f)%n%n%s%s",
            plain(citation.sentence()),
            words,
            said.confidence(),
            place(citation),
            age)
        + replaced(citation, turn);
  }

  private static String age(Citation citation) {
    LocalDate date = citation.date();
    if (date != null) {
      return String.format(Locale.ROOT, "%nDated %s%n", date);
    }
    Instant uploaded = citation.uploadedAt();
    return uploaded == null ? "" : String.format(Locale.ROOT, "%nAdded %s%n", uploaded);
  }

  /** By the document's own date, else by when it was added; empty while unknown. */
  private static String since(Alternative said) {
    LocalDate date = said.citation().date();
    return Objects.toString(date == null ? said.citation().uploadedAt() : date, "");
  }

  private static String words(Answer.Answered answered) {
    return answered.items().isEmpty()
        ? plain(answered.answer().text())
        : answered.items().stream()
            .map(item -> plain(item.words()))
            .collect(Collectors.joining("; ", "", answered.itemsContinue() ? "; …" : ""));
  }

  private static String replaced(Citation citation, Turn turn) {
    return turn.superseded().containsKey(citation.documentId())
        ? "\n_A newer version of this document is in force._\n"
        : "";
  }

  private static String place(Citation citation) {
    return String.format(
        Locale.ROOT,
        "%s, page %s, characters %d–%d of %s%n",
        plain(citation.title()),
        plain(Objects.requireNonNullElse(citation.pageLabel(), Integer.toString(citation.page()))),
        citation.span().start(),
        citation.span().end(),
        plain(citation.filename()));
  }

  private static String plain(String text) {
    return MARKUP.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
  }
}

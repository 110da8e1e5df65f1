package io.passim.question;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question that can be answered without its conversation.
 *
 * @param text what is searched for and read for
 * @param original what the person typed
 * @param scope where to look
 */
public record StandaloneQuestion(
    String text, String original, DocumentScope scope, FollowUp followUp) {
  /** A question that the conversation does not change. */
  public static StandaloneQuestion asAsked(Question question) {
    return new StandaloneQuestion(
        question.text(), question.text(), question.scope(), FollowUp.NONE);
  }

  /** The same question, knowing the forms of it that were tried, itself among them. */
  public StandaloneQuestion chosenFrom(List<StandaloneQuestion> tried) {
    List<String> forms =
        Stream.concat(Stream.of(text), tried.stream().map(StandaloneQuestion::text))
            .distinct()
            .toList();
    Set<DocumentId> sources =
        tried.stream()
            .flatMap(form -> form.followUp.sources().stream())
            .collect(Collectors.toSet());
    return new StandaloneQuestion(text, original, scope, followUp.tried(forms, sources));
  }
}

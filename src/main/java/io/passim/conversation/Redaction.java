package io.passim.conversation;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.Citation;
import io.passim.document.DocumentId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the words of deleted documents out of an answer; where they stood remains. */
final class Redaction {
  private Redaction() {}

  /** Every document whose words are in the answer. */
  static Set<DocumentId> documents(Answer answer) {
    Set<DocumentId> documents = new HashSet<>(answer.details().questionSources());
    answer.details().passages().forEach(passage -> documents.add(passage.documentId()));
    switch (answer) {
      case Answer.Answered answered -> {
        documents.add(answered.answer().citation().documentId());
        answered.corroboration().forEach(citation -> documents.add(citation.documentId()));
        answered.alternatives().forEach(other -> documents.add(other.citation().documentId()));
      }
      case Answer.Unsure unsure ->
          unsure.alternatives().forEach(other -> documents.add(other.citation().documentId()));
      case Answer.NotFound _ -> {}
      case Answer.Curated curated -> {
        if (curated.citation() != null) {
          documents.add(curated.citation().documentId());
        }
      }
    }
    return documents;
  }

  static Answer without(Answer answer, Set<DocumentId> gone) {
    AnswerDetails details = details(answer.details(), gone);
    return switch (answer) {
      case Answer.Answered answered ->
          new Answer.Answered(
              details,
              isGone(answered.answer(), gone) ? silenced(answered.answer()) : answered.answer(),
              isGone(answered.answer(), gone) ? List.of() : answered.items(),
              answered.itemsContinue() && !isGone(answered.answer(), gone),
              answered.corroboration().stream()
                  .filter(citation -> !gone.contains(citation.documentId()))
                  .toList(),
              answered.disagreement() && isContradicted(answered.alternatives(), gone),
              remaining(answered.alternatives(), gone));
      case Answer.Unsure unsure ->
          new Answer.Unsure(
              details,
              unsure.confidence(),
              unsure.disagreement() && isContradicted(unsure.alternatives(), gone),
              remaining(unsure.alternatives(), gone));
      case Answer.NotFound notFound -> notFound.withDetails(details);
      case Answer.Curated curated -> {
        Citation citation = curated.citation();
        yield citation == null || !gone.contains(citation.documentId())
            ? curated.withDetails(details)
            : new Answer.Curated(details, curated.curation(), "", silenced(citation));
      }
    };
  }

  /** The explanation speaks of all passages together, so it goes as a whole. */
  private static AnswerDetails details(AnswerDetails details, Set<DocumentId> gone) {
    return new AnswerDetails(
        details.id(),
        details.question(),
        Collections.disjoint(details.questionSources(), gone)
            ? details.standaloneQuestion()
            : details.question(),
        details.questionSources(),
        details.passages().stream()
            .filter(passage -> !gone.contains(passage.documentId()))
            .toList(),
        null,
        details.provenance(),
        details.timings());
  }

  private static boolean isGone(Alternative answer, Set<DocumentId> gone) {
    return gone.contains(answer.citation().documentId());
  }

  private static List<Alternative> remaining(List<Alternative> answers, Set<DocumentId> gone) {
    return answers.stream().filter(answer -> !isGone(answer, gone)).toList();
  }

  /** Whether a document that is still there disagrees: of one that is gone nothing is told. */
  private static boolean isContradicted(List<Alternative> answers, Set<DocumentId> gone) {
    return answers.stream().anyMatch(answer -> answer.disagrees() && !isGone(answer, gone));
  }

  private static Alternative silenced(Alternative answer) {
    return new Alternative(
        "", answer.confidence(), silenced(answer.citation()), answer.disagrees());
  }

  private static Citation silenced(Citation citation) {
    return new Citation(
        citation.documentId(),
        citation.filename(),
        citation.title(),
        citation.page(),
        citation.pageLabel(),
        citation.span(),
        citation.sentenceSpan(),
        "",
        List.of(),
        citation.date(),
        citation.uploadedAt(),
        citation.language());
  }
}

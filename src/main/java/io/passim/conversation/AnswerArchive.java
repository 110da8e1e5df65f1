package io.passim.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.answer.Answer;
import io.passim.document.DocumentId;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.DocumentRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers as they are stored, and as they may be shown once documents are gone or superseded. Any
 * thread may call any method.
 */
@ApplicationScoped
public class AnswerArchive {
  private final ObjectMapper json;
  private final DocumentRecords documents;

  AnswerArchive(ObjectMapper json, DocumentRecords documents) {
    this.json = json;
    this.documents = documents;
  }

  String encode(Answer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be stored", e);
    }
  }

  /** A stored turn as it may be shown now. */
  public Turn turn(TurnRow row) {
    return current(Turn.current(row.seq(), decode(row)));
  }

  /** A stored answer without the words of these documents; empty if it has none of them. */
  Optional<String> without(TurnRow row, Set<DocumentId> gone) {
    if (gone.stream().noneMatch(id -> row.answer().contains(id.value()))) {
      return Optional.empty();
    }
    Answer answer = decode(row);
    Set<DocumentId> spoken = new HashSet<>(Redaction.documents(answer));
    spoken.retainAll(gone);
    return spoken.isEmpty()
        ? Optional.empty()
        : Optional.of(encode(Redaction.without(answer, spoken)));
  }

  private Answer decode(TurnRow row) {
    try {
      return json.readValue(row.answer(), Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored answer " + row.answerId() + " is unreadable", e);
    }
  }

  /** The turn as it may be shown now: words of documents that are gone are taken out. */
  Turn current(Turn turn) {
    Set<DocumentId> spoken = Redaction.documents(turn.answer());
    Set<DocumentId> gone =
        spoken.stream().filter(id -> documents.find(id).isEmpty()).collect(Collectors.toSet());
    return new Turn(
        turn.seq(),
        gone.isEmpty() ? turn.answer() : Redaction.without(turn.answer(), gone),
        gone,
        documents.superseded(spoken),
        turn.kept());
  }
}

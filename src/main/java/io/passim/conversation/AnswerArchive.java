package io.passim.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.answer.Answer;
import io.passim.document.DocumentId;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.DocumentRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    return current(decoded(row));
  }

  /** A stored turn as it was, which must not be shown without {@link #current}. */
  Turn decoded(TurnRow row) {
    return Turn.current(row.seq(), decode(row));
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
    return current(List.of(turn)).getFirst();
  }

  /** The turns as they may be shown now. All their documents are looked up at once. */
  List<Turn> current(List<Turn> turns) {
    Set<DocumentId> spoken = new HashSet<>();
    turns.forEach(turn -> spoken.addAll(Redaction.documents(turn.answer())));
    Set<DocumentId> present = documents.present(spoken);
    Map<DocumentId, Optional<DocumentId>> superseded = documents.superseded(present);
    return turns.stream().map(turn -> current(turn, present, superseded)).toList();
  }

  private static Turn current(
      Turn turn, Set<DocumentId> present, Map<DocumentId, Optional<DocumentId>> superseded) {
    Set<DocumentId> spoken = Redaction.documents(turn.answer());
    Set<DocumentId> gone = new HashSet<>(spoken);
    gone.removeAll(present);
    Map<DocumentId, Optional<DocumentId>> replaced = new HashMap<>(superseded);
    replaced.keySet().retainAll(spoken);
    return new Turn(
        turn.seq(),
        gone.isEmpty() ? turn.answer() : Redaction.without(turn.answer(), gone),
        gone,
        replaced,
        turn.kept());
  }
}

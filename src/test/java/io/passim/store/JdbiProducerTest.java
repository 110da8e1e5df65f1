package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiProducerTest {
  private static final ConversationRow CONVERSATION =
      new ConversationRow("c_1", "How high is the lighthouse?", Instant.EPOCH, 0);
  private static final TurnRow TURN =
      new TurnRow("a_1", "c_1", "q_1", 1, "How high is the lighthouse?", Instant.EPOCH);

  @TempDir Path directory;

  @Test
  void aFailureTellsNothingOfWhatPeopleWrote() {
    ConversationRecords conversations = TestRecords.open(directory).conversations();
    TurnSubject subject = new TurnSubject("the lighthouse", "answered", Set.of());
    conversations.insertTurn(CONVERSATION, TURN, subject);
    StatementException failure =
        assertThrows(
            StatementException.class, () -> conversations.insertTurn(CONVERSATION, TURN, subject));
    StringWriter logged = new StringWriter();
    failure.printStackTrace(new PrintWriter(logged));
    assertTrue(logged.toString().contains("INSERT INTO turns"), logged::toString);
    assertFalse(logged.toString().contains("lighthouse"), logged::toString);
  }
}

package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiConversationRecordsTest {
  private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

  @TempDir Path directory;
  private ConversationRecords records;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory).conversations();
  }

  @Test
  void theListGoesOnBehindAnyOfItsConversations() {
    ConversationRow older = put("c_0", NOON.minusSeconds(1));
    ConversationRow second = put("c_2", NOON);
    ConversationRow first = put("c_1", NOON);
    ConversationRow newer = put("c_3", NOON.plusSeconds(1));
    List<ConversationRow> all = List.of(newer, first, second, older);
    assertEquals(all, records.list(9));
    assertEquals(all.subList(0, 2), records.list(2));
    for (int i = 0; i < all.size(); i++) {
      assertEquals(all.subList(i + 1, all.size()), records.listAfter(all.get(i), 9));
    }
    assertEquals(List.of(first), records.listAfter(newer, 1));
  }

  private ConversationRow put(String id, Instant startedAt) {
    ConversationRow conversation = new ConversationRow(id, "How much leave?", startedAt, 1);
    records.insertTurn(
        conversation,
        new TurnRow("a" + id, id, "q", 1, "{}", startedAt),
        new TurnSubject("k", "answered", Set.of()));
    return conversation;
  }
}

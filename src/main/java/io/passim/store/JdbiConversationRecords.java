package io.passim.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class JdbiConversationRecords implements ConversationRecords {
  private static final String SELECT =
      "SELECT id, title, started_at, seq_ceiling FROM conversations";

  private static final String LISTED =
      SELECT + " WHERE EXISTS (SELECT 1 FROM turns WHERE conversation_id = conversations.id)";
  private static final String NEWEST_FIRST = " ORDER BY started_at DESC, id LIMIT :limit";

  private final Jdbi jdbi;

  @Inject
  JdbiConversationRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<ConversationRow> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SELECT + " WHERE id = :id")
            .bind("id", id)
            .map(JdbiConversationRecords::conversation)
            .findOne());
  }

  @Override
  public List<ConversationRow> list(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LISTED + NEWEST_FIRST)
            .bind("limit", limit)
            .map(JdbiConversationRecords::conversation)
            .list());
  }

  @Override
  public List<ConversationRow> listAfter(ConversationRow conversation, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                LISTED
                    + " AND (started_at < :started OR (started_at = :started AND id > :id))"
                    + NEWEST_FIRST)
            .bind("started", utc(conversation.startedAt()))
            .bind("id", conversation.id())
            .bind("limit", limit)
            .map(JdbiConversationRecords::conversation)
            .list());
  }

  @Override
  public boolean delete(String id) {
    return jdbi.inTransaction(handle -> {
      boolean deleted =
          handle.createUpdate("DELETE FROM conversations WHERE id = :id").bind("id", id).execute()
              > 0;
      handle.execute(
          "DELETE FROM review_resolutions WHERE NOT EXISTS (SELECT 1 FROM turns t"
              + " WHERE t.question_key = review_resolutions.question_key)");
      return deleted;
    });
  }

  @Override
  public List<String> startedBefore(Instant instant) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT id FROM conversations WHERE started_at < :instant")
            .bind("instant", utc(instant))
            .mapTo(String.class)
            .list());
  }

  @Override
  public void setSeqCeiling(String id, long ceiling) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE conversations SET seq_ceiling = :ceiling WHERE id = :id")
            .bind("id", id)
            .bind("ceiling", ceiling)
            .execute());
  }

  @Override
  public void insertTurn(ConversationRow conversation, TurnRow turn, TurnSubject subject) {
    jdbi.useTransaction(handle -> {
      insert(handle, conversation);
      insert(handle, turn, subject);
    });
  }

  private static void insert(Handle handle, ConversationRow conversation) {
    handle
        .createUpdate(
            """
            INSERT INTO conversations SELECT :id, :title, :startedAt, :ceiling
              WHERE NOT EXISTS (SELECT 1 FROM conversations WHERE id = :id)
            """)
        .bind("id", conversation.id())
        .bind("title", conversation.title())
        .bind("startedAt", utc(conversation.startedAt()))
        .bind("ceiling", conversation.seqCeiling())
        .execute();
  }

  private static void insert(Handle handle, TurnRow turn, TurnSubject subject) {
    handle
        .createUpdate(
            """
            INSERT INTO turns (answer_id, conversation_id, ask_id, seq, answer, answered_at,
              question_key, outcome, collection_ids)
            VALUES (:answerId, :conversationId, :askId, :seq, :answer, :at,
              :key, :outcome, :collections)
            """)
        .bind("answerId", turn.answerId())
        .bind("conversationId", turn.conversationId())
        .bind("askId", turn.askId())
        .bind("seq", turn.seq())
        .bind("answer", turn.answer())
        .bind("at", utc(turn.answeredAt()))
        .bind("key", subject.questionKey())
        .bind("outcome", subject.outcome())
        .bind("collections", String.join("\n", subject.collectionIds()))
        .execute();
  }

  @Override
  public boolean isAnswered(String conversationId, String askId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT 1 FROM turns WHERE conversation_id = :id AND ask_id = :askId")
            .bind("id", conversationId)
            .bind("askId", askId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  @Override
  public List<TurnRow> turns(String conversationId, long after, long last, int limit) {
    List<TurnRow> latestFirst =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT answer_id, conversation_id, ask_id, seq, answer, answered_at FROM turns"
                        + " WHERE conversation_id = :id AND seq > :after AND seq <= :last"
                        + " ORDER BY seq DESC LIMIT :limit")
                .bind("id", conversationId)
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit)
                .map(JdbiConversationRecords::turn)
                .list());
    return latestFirst.reversed();
  }

  @Override
  public List<TurnRow> turnsAfter(String after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT answer_id, conversation_id, ask_id, seq, answer, answered_at FROM turns"
                    + " WHERE answer_id > :after ORDER BY answer_id LIMIT :limit")
            .bind("after", after)
            .bind("limit", limit)
            .map(JdbiConversationRecords::turn)
            .list());
  }

  @Override
  public void replaceAnswer(String answerId, String answer) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE turns SET answer = :answer WHERE answer_id = :id")
            .bind("id", answerId)
            .bind("answer", answer)
            .execute());
  }

  @Override
  public boolean putFeedback(FeedbackRow feedback) {
    return jdbi.inTransaction(handle -> {
      handle
          .createUpdate("DELETE FROM feedback WHERE answer_id = :id")
          .bind("id", feedback.answerId())
          .execute();
      return handle
              .createUpdate(
                  "INSERT INTO feedback SELECT answer_id, :rating, :reason, :expected, :at"
                      + " FROM turns WHERE answer_id = :id")
              .bind("id", feedback.answerId())
              .bind("rating", feedback.rating())
              .bind("reason", feedback.reason())
              .bind("expected", feedback.expected())
              .bind("at", utc(feedback.givenAt()))
              .execute()
          > 0;
    });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static ConversationRow conversation(ResultSet row, StatementContext context)
      throws SQLException {
    return new ConversationRow(
        row.getString("id"),
        row.getString("title"),
        instant(row, "started_at"),
        row.getLong("seq_ceiling"));
  }

  static TurnRow turn(ResultSet row, StatementContext context) throws SQLException {
    return new TurnRow(
        row.getString("answer_id"),
        row.getString("conversation_id"),
        row.getString("ask_id"),
        row.getLong("seq"),
        row.getString("answer"),
        instant(row, "answered_at"));
  }
}

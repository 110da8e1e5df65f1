package io.passim.conversation;

import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.Citation;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.DiskFull;
import io.passim.document.DocumentScope;
import io.passim.document.Problem;
import io.passim.inference.OverloadedException;
import io.passim.question.DialogueContext;
import io.passim.question.DialogueContext.QuotedAnswer;
import io.passim.question.Question;
import io.passim.question.QuestionKey;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.FeedbackRow;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Conversations over the pipeline and the store. */
@ApplicationScoped
class StoredConversations implements Conversations {
  private static final Logger LOG = Logger.getLogger(StoredConversations.class);

  /** What a person looks through at a time. */
  private static final int MAX_LISTED = 200;

  /** More than fit into the message that welcomes who follows a conversation. */
  private static final int MAX_TURNS_TO_BEGIN_WITH = 50;

  /** Long enough to tell conversations apart in a list. */
  private static final int TITLE_LENGTH = 200;

  private final ConversationChannels channels;
  private final ConversationRecords records;
  private final ConversationKeeper keeper;
  private final AnswerArchive archive;
  private final QuestionCheck check;
  private final QuestionAnswerer answerer;
  private final ConversationConfig config;
  private final ConversationMeters meters;
  private final DiskFull diskFull;
  private final Clock clock = Clock.systemUTC();

  StoredConversations(
      ConversationChannels channels,
      ConversationRecords records,
      ConversationKeeper keeper,
      AnswerArchive archive,
      QuestionCheck check,
      QuestionAnswerer answerer,
      ConversationConfig config,
      ConversationMeters meters,
      DiskFull diskFull) {
    this.channels = channels;
    this.records = records;
    this.keeper = keeper;
    this.archive = archive;
    this.check = check;
    this.answerer = answerer;
    this.config = config;
    this.meters = meters;
    this.diskFull = diskFull;
  }

  @Override
  public List<Conversation> list(Optional<String> before) {
    List<ConversationRow> rows =
        before.isEmpty()
            ? records.list(MAX_LISTED)
            : records.listAfter(
                records.find(before.get()).orElseThrow(ConversationNotFoundException::new),
                MAX_LISTED);
    return rows.stream().map(row -> conversation(row, List.of())).toList();
  }

  @Override
  public Optional<Conversation> find(String id) {
    return records.find(id).map(row -> conversation(row, turns(records.turns(id))));
  }

  @Override
  public boolean delete(String id) {
    // One whose first question is yet to be answered is not stored.
    boolean used = channels.delete(id);
    return records.delete(id) || used;
  }

  @Override
  public AcceptedQuestion accept(AskRequest request) {
    Question question = check.check(request);
    ConversationChannel channel = channels.acquire(Optional.ofNullable(request.conversationId()));
    try {
      RunningAsk running = channel.begin(request.askId());
      return monitor -> answer(request, question, channel, running, monitor);
    } catch (RuntimeException e) {
      channels.release(channel);
      throw e;
    }
  }

  @Override
  public void stop(String conversationId, String askId) {
    channels.current(conversationId).ifPresent(channel -> channel.stop(askId));
  }

  @Override
  public Following follow(Optional<String> id, Optional<Long> lastSeq) {
    ConversationChannel channel = channels.acquireOrBegin(id);
    try {
      boolean known = id.isPresent() && id.get().equals(channel.id());
      long now = channel.seq();
      long seen = known ? Math.clamp(lastSeq.orElse(now), 0, now) : now;
      List<Turn> turns = turns(records.turns(channel.id(), 0, seen, MAX_TURNS_TO_BEGIN_WITH));
      return new Following(channel, channels, config.reconnectGrace(), seen, turns);
    } catch (RuntimeException e) {
      channels.release(channel);
      throw e;
    }
  }

  @Override
  public boolean rate(Feedback feedback) {
    boolean known =
        records.putFeedback(
            new FeedbackRow(
                feedback.answerId(),
                feedback.rating().name().toLowerCase(Locale.ROOT),
                feedback.reason(),
                feedback.expected(),
                clock.instant()));
    if (known) {
      meters.rated(feedback.rating());
    }
    return known;
  }

  private AskedTurn answer(
      AskRequest request,
      Question question,
      ConversationChannel channel,
      RunningAsk running,
      AnswerMonitor monitor) {
    String askId = request.askId();
    Instant askedAt = clock.instant();
    try {
      Answer answer =
          answerer.answer(
              question,
              context(channel),
              request.explain(),
              new ChannelMonitor(askId, channel, running, monitor));
      Turn turn =
          channel.answered(
              askId,
              seq -> {
                ConversationRow conversation =
                    new ConversationRow(
                        channel.id(), title(question.text()), askedAt, channel.ceiling());
                return store(conversation, askId, seq, answer, question.scope());
              });
      meters.answered(answer);
      if (!turn.kept()) {
        meters.lost();
      }
      return new AskedTurn(channel.id(), turn);
    } catch (CancellationException e) {
      meters.stopped();
      channel.stopped(askId);
      throw e;
    } catch (RuntimeException | Error e) {
      channel.failed(failure(askId, e));
      throw e;
    } finally {
      channels.release(channel);
    }
  }

  private ConversationEvent.Failed failure(String askId, Throwable e) {
    if (e instanceof OverloadedException overloaded) {
      meters.overloaded();
      return new ConversationEvent.Failed(
          askId, OverloadedException.PROBLEM, overloaded.retryAfter());
    }
    meters.failed();
    LOG.errorf(e, "Question %s failed", askId);
    if (diskFull.isBehind(e)) {
      return new ConversationEvent.Failed(askId, DiskFull.PROBLEM, null);
    }
    return new ConversationEvent.Failed(
        askId, new Problem("internal_error", "The question could not be answered."), null);
  }

  private Turn store(
      ConversationRow conversation, String askId, long seq, Answer answer, DocumentScope scope) {
    boolean kept =
        keeper.keep(
            conversation,
            new TurnRow(
                answer.details().id(),
                conversation.id(),
                askId,
                seq,
                archive.encode(answer),
                clock.instant()),
            new TurnSubject(
                QuestionKey.of(answer.details().standaloneQuestion()),
                outcome(answer),
                scope.collectionIds()));
    Turn made = Turn.current(seq, answer);
    Turn turn = archive.current(kept ? made : made.notKept());
    if (kept && !turn.deleted().isEmpty()) {
      // Deleted while it was read: nobody may look for the words here again.
      records.replaceAnswer(answer.details().id(), archive.encode(turn.answer()));
    }
    return turn;
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> "answered";
      case Answer.Unsure _ -> "unsure";
      case Answer.NotFound _ -> "not_found";
      case Answer.Curated _ -> "curated";
    };
  }

  private DialogueContext context(ConversationChannel channel) {
    return new DialogueContext(
        archive.current(channel.latest(config.historyTurns())).stream()
            .map(StoredConversations::history)
            .toList());
  }

  private static DialogueContext.Turn history(Turn turn) {
    AnswerDetails details = turn.answer().details();
    return new DialogueContext.Turn(
        details.question(),
        details.standaloneQuestion(),
        details.questionSources(),
        quoted(turn.answer()));
  }

  /** The words that a follow-up may lean on; a text that nobody wrote in a document is none. */
  private static @Nullable QuotedAnswer quoted(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered ->
          quoted(answered.answer().text(), answered.answer().citation());
      case Answer.Curated curated -> quoted(curated.text(), curated.citation());
      case Answer.Unsure _, Answer.NotFound _ -> null;
    };
  }

  private static @Nullable QuotedAnswer quoted(String text, @Nullable Citation citation) {
    return citation == null || text.isEmpty()
        ? null
        : new QuotedAnswer(text, citation.documentId());
  }

  private List<Turn> turns(List<TurnRow> rows) {
    return archive.current(rows.stream().map(archive::decoded).toList());
  }

  private static Conversation conversation(ConversationRow row, List<Turn> turns) {
    return new Conversation(row.id(), row.title(), row.startedAt(), turns);
  }

  private static String title(String question) {
    int end = Math.min(TITLE_LENGTH, question.length());
    boolean split = end < question.length() && Character.isLowSurrogate(question.charAt(end));
    return question.substring(0, split ? end - 1 : end);
  }
}

package io.passim.conversation;

import io.passim.answer.Answer;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.QuestionAnswerer;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.FeedbackRow;
import io.passim.store.ConversationRecords.TurnRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Conversations over the pipeline and the store. */
@ApplicationScoped
class StoredConversations implements Conversations {
  /** What a person looks through; older ones are found by their links. */
  private static final int MAX_LISTED = 200;

  /** Long enough to tell conversations apart in a list. */
  private static final int TITLE_LENGTH = 200;

  private final ConversationChannels channels;
  private final ConversationRecords records;
  private final AnswerArchive archive;
  private final QuestionCheck check;
  private final QuestionAnswerer answerer;
  private final ConversationConfig config;
  private final Clock clock = Clock.systemUTC();

  StoredConversations(
      ConversationChannels channels,
      ConversationRecords records,
      AnswerArchive archive,
      QuestionCheck check,
      QuestionAnswerer answerer,
      ConversationConfig config) {
    this.channels = channels;
    this.records = records;
    this.archive = archive;
    this.check = check;
    this.answerer = answerer;
    this.config = config;
  }

  @Override
  public List<Conversation> list() {
    return records.list(MAX_LISTED).stream().map(row -> conversation(row, List.of())).toList();
  }

  @Override
  public Optional<Conversation> find(String id) {
    return records.find(id).map(row -> conversation(row, turns(id)));
  }

  @Override
  public boolean delete(String id) {
    channels.forget(id);
    return records.delete(id);
  }

  @Override
  public AskedTurn ask(AskRequest request, AnswerMonitor monitor) {
    Question question = check.check(request);
    ConversationChannel channel = channels.acquire(Optional.ofNullable(request.conversationId()));
    try {
      RunningAsk running =
          channel
              .begin(request.askId())
              .orElseThrow(() -> new DuplicateAskException(request.askId()));
      records.insert(new ConversationRow(channel.id(), title(question.text()), clock.instant(), 0));
      return new AskedTurn(channel.id(), answer(request, question, channel, running, monitor));
    } finally {
      channels.release(channel);
    }
  }

  @Override
  public void stop(String conversationId, String askId) {
    channels.current(conversationId).ifPresent(channel -> channel.stop(askId));
  }

  @Override
  public Following follow(Optional<String> id, Optional<Long> lastSeq) {
    ConversationChannel channel = channels.acquire(id);
    boolean known = id.isPresent() && id.get().equals(channel.id());
    long now = channel.seq();
    long seen = known ? Math.clamp(lastSeq.orElse(now), 0, now) : now;
    List<Turn> turns = turns(channel.id()).stream().filter(turn -> turn.seq() <= seen).toList();
    return new Following(channel, channels, seen, turns);
  }

  @Override
  public boolean rate(Feedback feedback) {
    return records.putFeedback(
        new FeedbackRow(
            feedback.answerId(),
            feedback.rating().name().toLowerCase(Locale.ROOT),
            feedback.reason(),
            feedback.expected(),
            clock.instant()));
  }

  private Turn answer(
      AskRequest request,
      Question question,
      ConversationChannel channel,
      RunningAsk running,
      AnswerMonitor monitor) {
    boolean ended = false;
    try {
      Answer answer =
          answerer.answer(
              question,
              context(channel.id()),
              request.explain(),
              new ChannelMonitor(request.askId(), channel, running, monitor));
      Turn turn =
          channel.answered(
              request.askId(), seq -> store(channel.id(), request.askId(), seq, answer));
      ended = true;
      return turn;
    } catch (CancellationException e) {
      channel.stopped(request.askId());
      ended = true;
      throw e;
    } finally {
      if (!ended) {
        channel.failed(request.askId());
      }
    }
  }

  private Turn store(String conversationId, String askId, long seq, Answer answer) {
    records.insertTurn(
        new TurnRow(
            answer.details().id(),
            conversationId,
            askId,
            seq,
            archive.encode(answer),
            clock.instant()));
    return new Turn(seq, answer, Set.of());
  }

  private DialogueContext context(String conversationId) {
    List<Turn> turns = turns(conversationId);
    List<DialogueContext.Turn> history = new ArrayList<>();
    for (Turn turn :
        turns.subList(Math.max(0, turns.size() - config.historyTurns()), turns.size())) {
      String words =
          turn.answer() instanceof Answer.Answered answered && turn.deleted().isEmpty()
              ? answered.answer().text()
              : null;
      history.add(new DialogueContext.Turn(turn.answer().details().standaloneQuestion(), words));
    }
    return new DialogueContext(history);
  }

  private List<Turn> turns(String conversationId) {
    return records.turns(conversationId).stream().map(archive::turn).toList();
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

package io.passim.web.socket;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.conversation.AcceptedQuestion;
import io.passim.conversation.AskRequest;
import io.passim.conversation.ConversationNotFoundException;
import io.passim.conversation.Conversations;
import io.passim.conversation.DuplicateAskException;
import io.passim.conversation.Feedback;
import io.passim.conversation.Feedback.Rating;
import io.passim.conversation.Following;
import io.passim.conversation.InvalidQuestionException;
import io.passim.conversation.Turn;
import io.passim.document.DiskFull;
import io.passim.document.Problem;
import io.passim.web.mapping.ConversationViews;
import io.passim.web.mapping.Scopes;
import io.passim.web.protocol.ClientMessage;
import io.passim.web.protocol.ServerMessage;
import io.passim.web.protocol.TurnView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One browser's side of a conversation. Messages come one at a time; questions run beside them.
 *
 * <p>A question goes on for a while when the connection is lost: its answer is stored, and told
 * when the browser comes back. If nobody does, it is stopped.
 */
final class ChatSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ChatSession.class);

  /** Questions one connection may have running; a person has one. */
  private static final int MAX_RUNNING = 4;

  private static final int MAX_ID_LENGTH = 64;
  private static final long RETRY_AFTER_MS = 2000;
  private static final Problem FAILED =
      new Problem("internal_error", "The question could not be answered.");
  private static final Problem NOT_STORED =
      new Problem("internal_error", "The feedback could not be stored.");

  /** Leaves room in a frame of 64 KB for turns of non-Latin text. */
  private static final int MAX_WELCOME_LENGTH = 20_000;

  private final Conversations conversations;
  private final MessageSender sender;
  private final ExecutorService threads;
  private final DiskFull diskFull;
  private final Semaphore running = new Semaphore(MAX_RUNNING);
  private @Nullable Following following;

  ChatSession(
      Conversations conversations,
      MessageSender sender,
      ExecutorService threads,
      DiskFull diskFull) {
    this.conversations = conversations;
    this.sender = sender;
    this.threads = threads;
    this.diskFull = diskFull;
  }

  void receive(ClientMessage message) {
    switch (message) {
      case ClientMessage.Hello hello ->
          follow(Optional.ofNullable(hello.conversationId()), Optional.ofNullable(hello.lastSeq()));
      case ClientMessage.Ask ask -> ask(ask);
      case ClientMessage.Stop stop -> {
        if (stop.id() != null && following != null) {
          conversations.stop(following.conversationId(), stop.id());
        }
      }
      case ClientMessage.Feedback feedback -> rate(feedback);
    }
  }

  void refuse(String code, String detail) {
    sender.send(new ServerMessage.Failed(null, code, detail, null));
  }

  @Override
  public void close() {
    if (following != null) {
      following.close();
      following = null;
    }
  }

  private Following follow(Optional<String> conversationId, Optional<Long> lastSeq) {
    close();
    Following next = conversations.follow(conversationId, lastSeq);
    following = next;
    sender.send(
        new ServerMessage.Welcome(
            next.conversationId(), next.seq(), latest(next.conversationId(), next.turns())));
    next.begin(event -> sender.send(ConversationViews.message(next.conversationId(), event)));
    return next;
  }

  /** The latest turns that fit into a frame; the others can be had from the conversation itself. */
  private List<TurnView> latest(String conversationId, List<Turn> turns) {
    Deque<TurnView> latest = new ArrayDeque<>();
    int length = 0;
    for (Turn turn : turns.reversed()) {
      TurnView view = ConversationViews.turn(conversationId, turn);
      length += sender.size(new ServerMessage.Answered("", turn.seq(), view.answer()));
      if (length > MAX_WELCOME_LENGTH && !latest.isEmpty()) {
        break;
      }
      latest.addFirst(view);
    }
    return List.copyOf(latest);
  }

  private void ask(ClientMessage.Ask ask) {
    String id = ask.id();
    if (id == null || id.isBlank() || id.length() > MAX_ID_LENGTH) {
      refuse(
          "malformed_message",
          "A question has an \"id\" of at most " + MAX_ID_LENGTH + " characters.");
      return;
    }
    Following conversation =
        following == null ? follow(Optional.empty(), Optional.empty()) : following;
    if (!running.tryAcquire()) {
      fail(id, "overloaded", "Too many questions at once on this connection.", RETRY_AFTER_MS);
      return;
    }
    boolean accepted = false;
    try {
      AcceptedQuestion question = conversations.accept(request(id, ask, conversation));
      threads.execute(() -> answer(id, question, new Followed(conversation)));
      accepted = true;
    } catch (InvalidQuestionException e) {
      fail(id, e.problem().code(), e.problem().detail(), null);
    } catch (ConversationNotFoundException e) {
      fail(id, "conversation_not_found", Objects.requireNonNull(e.getMessage()), null);
    } catch (DuplicateAskException e) {
      LOG.debugf("Question %s was asked before", id);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Question %s was not accepted", id);
      Problem problem = diskFull.isBehind(e) ? DiskFull.PROBLEM : FAILED;
      fail(id, problem.code(), problem.detail(), null);
    } finally {
      if (!accepted) {
        running.release();
      }
    }
  }

  /** Whoever follows the conversation, this browser among them, is told how it ends. */
  private static AskRequest request(String id, ClientMessage.Ask ask, Following conversation) {
    return new AskRequest(
        id,
        conversation.conversationId(),
        Objects.requireNonNullElse(ask.question(), ""),
        Scopes.of(ask.collectionIds(), ask.filters()),
        Boolean.TRUE.equals(ask.standalone()),
        Boolean.TRUE.equals(ask.explain())
            ? ExplanationDetail.SCORES_AND_TOKENS
            : ExplanationDetail.SCORES);
  }

  private void answer(String id, AcceptedQuestion question, AnswerMonitor monitor) {
    try {
      question.answer(monitor);
    } catch (RuntimeException e) {
      LOG.debugf(e, "Question %s has no answer", id);
    } finally {
      running.release();
    }
  }

  private void rate(ClientMessage.Feedback feedback) {
    Optional<Rating> rating = Rating.of(feedback.rating());
    if (feedback.answerId() == null || rating.isEmpty()) {
      refuse("malformed_message", "Feedback has an \"answerId\" and a \"rating\": up or down.");
      return;
    }
    Feedback given =
        new Feedback(feedback.answerId(), rating.get(), feedback.reason(), feedback.expected());
    given
        .problem()
        .ifPresentOrElse(problem -> refuse(problem.code(), problem.detail()), () -> rate(given));
  }

  private void rate(Feedback feedback) {
    try {
      if (!conversations.rate(feedback)) {
        refuse("answer_not_found", "There is no such answer.");
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "Feedback on %s was not stored", feedback.answerId());
      Problem problem = diskFull.isBehind(e) ? DiskFull.PROBLEM : NOT_STORED;
      refuse(problem.code(), problem.detail());
    }
  }

  private void fail(String id, String code, String detail, @Nullable Long retryAfterMs) {
    sender.send(new ServerMessage.Failed(id, code, detail, retryAfterMs));
  }

  /** Waits as long as somebody follows the conversation, or may come back to it. */
  private record Followed(Following conversation) implements AnswerMonitor {
    @Override
    public void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion) {}

    @Override
    public boolean cancelled() {
      return conversation.abandoned();
    }
  }
}

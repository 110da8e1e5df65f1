package io.passim.web;

import io.passim.conversation.Conversation;
import io.passim.conversation.Conversations;
import io.passim.web.mapping.ConversationMarkdown;
import io.passim.web.mapping.ConversationViews;
import io.passim.web.protocol.ConversationView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Conversations: list, read, delete, take away. */
@Path("/api/v1/conversations")
@RunOnVirtualThread
public class ConversationResource {
  private final Conversations conversations;

  ConversationResource(Conversations conversations) {
    this.conversations = conversations;
  }

  /**
   * The newest first, at most 200; their turns are left out.
   *
   * @param before the id of the last one of those that came before; null for the newest
   */
  @GET
  public List<ConversationView> list(@RestQuery @Nullable String before) {
    return conversations.list(Optional.ofNullable(before)).stream()
        .map(ConversationViews::of)
        .toList();
  }

  @GET
  @Path("{id}")
  public ConversationView get(@RestPath String id) {
    return ConversationViews.of(find(id));
  }

  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    if (!conversations.delete(id)) {
      throw Problems.notFound("conversation", "conversation_not_found");
    }
  }

  /** The conversation as a file, with its citations: {@code markdown} or {@code json}. */
  @GET
  @Path("{id}/export")
  public Response export(@RestPath String id, @RestQuery @DefaultValue("markdown") String format) {
    Conversation conversation = find(id);
    return switch (format) {
      case "markdown" ->
          file(ConversationMarkdown.of(conversation), "text/markdown;charset=UTF-8", id + ".md");
      case "json" ->
          file(ConversationViews.of(conversation), MediaType.APPLICATION_JSON, id + ".json");
      default ->
          throw Problems.failure(
              400, "Unknown format", "unknown_format", "The format is markdown or json.");
    };
  }

  private Conversation find(String id) {
    return conversations
        .find(id)
        .orElseThrow(() -> Problems.notFound("conversation", "conversation_not_found"));
  }

  private static Response file(Object body, String mediaType, String name) {
    return Response.ok(body)
        .type(mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}

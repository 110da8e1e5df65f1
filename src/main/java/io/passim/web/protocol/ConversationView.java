package io.passim.web.protocol;

import java.time.Instant;
import java.util.List;

/** A conversation; in a list of conversations its turns are left out. */
public record ConversationView(String id, String title, Instant startedAt, List<TurnView> turns) {}

package io.passim.web.protocol;

/** A question and its answer. */
public record TurnView(String question, AnswerView answer) {}

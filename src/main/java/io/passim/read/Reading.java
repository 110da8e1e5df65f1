package io.passim.read;

import java.util.List;

/**
 * What reading gave.
 *
 * @param candidates best score first, several per passage
 * @param passagesRead how many passages the reader went through
 */
public record Reading(List<CandidateSpan> candidates, int passagesRead) {
  public Reading {
    candidates = List.copyOf(candidates);
  }
}

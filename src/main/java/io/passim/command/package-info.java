/**
 * The command line: what the packaged application does instead of serving, told by its first
 * argument. {@code evaluate} runs an evaluation in the data directory and prints its figures.
 *
 * <p>Figures go to the standard output; progress, warnings and errors to the standard error. The
 * exit code is 0 if it was done, 1 if it could not be, 2 if the command line or the dataset is
 * wrong, and 128 plus the signal's number if one ended it: 130 after Ctrl-C. The figures are then
 * of what was asked so far.
 *
 * <p><b>Threads:</b> the main thread; that of a signal waits for it.
 */
@NullMarked
package io.passim.command;

import org.jspecify.annotations.NullMarked;

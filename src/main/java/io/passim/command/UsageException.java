package io.passim.command;

/** The command line is wrong; the message says how, for whoever typed it. */
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}

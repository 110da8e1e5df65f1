package io.passim.document;

/**
 * Why something was refused or failed.
 *
 * @param code stable and machine-readable, such as {@code document_encrypted}
 * @param detail one sentence that a person can act on
 */
public record Problem(String code, String detail) {}

/**
 * Tests of the packaged application, from outside: a process of its own, its REST interface and a
 * browser. Each server gets a data directory of its own and a port that is free; what it prints is
 * kept in {@code target/passim-it}.
 */
@NullMarked
package io.passim.it;

import org.jspecify.annotations.NullMarked;

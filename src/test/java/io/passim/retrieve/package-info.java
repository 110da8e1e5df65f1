@NullMarked
package io.passim.retrieve;

import org.jspecify.annotations.NullMarked;

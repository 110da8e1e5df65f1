@NullMarked
package io.passim.read;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.passim.inference;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.passim.rank;

import org.jspecify.annotations.NullMarked;

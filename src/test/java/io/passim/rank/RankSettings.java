package io.passim.rank;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** A configuration written by hand. */
record RankSettings(Optional<Path> calibration, OptionalDouble threshold) implements RankConfig {}

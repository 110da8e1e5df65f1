package io.passim.index;

/**
 * What an encoder makes of a question.
 *
 * @param encoder says where the vector comes from, as in {@link PassageIndex#putVectors}; passages
 *     whose vectors come from elsewhere have none to compare it with
 * @param components of a vector of length 1, as many as the passages' have
 */
@SuppressWarnings("ArrayRecordComponent") // Vectors are not compared as such.
public record QuestionVector(String encoder, float[] components) {}

export type ConfidenceWord = 'high' | 'good' | 'fair' | 'low';

/** The word beside the number. Below one half an answer is more likely wrong than right. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence >= 0.85) {
    return 'high';
  }
  if (confidence >= 0.65) {
    return 'good';
  }
  return confidence >= 0.5 ? 'fair' : 'low';
}

import type { Terms } from '../../i18n';
import type { Phase } from '../../state';

type Working = Extract<Phase, { readonly kind: 'working' }>;

/** What is going on with a question, in words. Empty once it is settled. */
export function phaseText(phase: Phase, online: boolean, { phase: words }: Terms): string {
  switch (phase.kind) {
    case 'waiting':
      return online ? words.waiting : words.waitingForConnection;
    case 'working':
      return online ? stageText(phase, words) : words.waitingForConnection;
    case 'retrying':
      return words.retrying;
    case 'stopping':
      return words.stopping;
    case 'answered':
    case 'stopped':
    case 'failed':
      return '';
  }
}

function stageText({ stage, done, total }: Working, words: Terms['phase']): string {
  switch (stage) {
    case 'understanding':
      return words.understanding;
    case 'retrieving':
      return words.retrieving;
    case 'reading':
      return words.reading(done, total);
  }
}

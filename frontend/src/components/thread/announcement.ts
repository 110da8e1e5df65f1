import { formatPercent, problemText, type Terms } from '../../i18n';
import type { Answer, ChatState, Exchange } from '../../state';
import { pageOf } from '../citation/page-of';

/** What a screen reader should say after a change, or null if nothing came to an end. */
export function announcement(before: ChatState, after: ChatState, terms: Terms): string | null {
  const settled = after.exchanges.findLast((exchange) => {
    const earlier = before.exchanges.find((candidate) => candidate.id === exchange.id);
    return (
      earlier !== undefined &&
      earlier.phase.kind !== exchange.phase.kind &&
      endText(exchange, terms) !== null
    );
  });
  return settled === undefined ? null : endText(settled, terms);
}

function endText({ phase }: Exchange, terms: Terms): string | null {
  switch (phase.kind) {
    case 'answered':
      return answerText(phase.answer, terms);
    case 'failed':
      return problemText(terms, phase.code, phase.detail);
    case 'stopped':
      return terms.phase.stopped;
    case 'waiting':
    case 'working':
    case 'retrying':
    case 'stopping':
      return null;
  }
}

function answerText(given: Answer, terms: Terms): string {
  const { status, citation, text, confidence, reason, curated } = given;
  const { answer, language } = terms;
  switch (status) {
    case 'answered': {
      const printed = citation === null ? null : pageOf(citation);
      const page = printed === null ? '' : `, ${answer.page(printed)}`;
      const sentence = citation?.sentence?.text ?? text ?? answer.deleted;
      if (curated !== null && citation === null) {
        return `${answer.curated} ${sentence}`;
      }
      return answer.announce(
        sentence,
        `${citation?.title ?? ''}${page}`,
        curated === null ? `${answer.confidence} ${formatPercent(language, confidence)}` : answer.curated,
      );
    }
    case 'unsure':
      return answer.announceUnsure;
    case 'not_found': {
      const reasons: Readonly<Record<string, string>> = answer.reasons;
      return `${answer.notFoundTitle}. ${reasons[reason ?? ''] ?? answer.reasonUnknown}`;
    }
  }
}

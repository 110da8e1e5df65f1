import type { Terms } from '../../i18n';
import type { Answer, Citation } from '../../state';
import { pageOf } from '../citation/page-of';
import type { Links } from '../links';

/** The quotation with its reference, for pasting into a letter. */
export function citedText(answer: Answer, terms: Terms, links: Links): string {
  const { citation } = answer;
  if (citation === null) {
    return answer.text ?? '';
  }
  const printed = pageOf(citation);
  const page = printed === null ? '' : `, ${terms.answer.page(printed)}`;
  const url = new URL(links.resolve(citation.link), location.href).href;
  return `${quoted(answer, citation)}\n— ${citation.title}${page}\n${url}`;
}

/** The sentences that answer, each once. */
function quoted({ items = [], text }: Answer, own: Citation): string {
  const citations = items.length === 0 ? [own] : items.map(({ citation }) => citation);
  const sentences = citations.map(({ sentence }) => sentence?.text ?? text ?? '');
  return [...new Set(sentences)].map((sentence) => `“${sentence}”`).join('\n');
}

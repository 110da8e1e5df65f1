import type { Terms } from '../../i18n';
import type { Answer } from '../../state';
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
  return `“${citation.sentence?.text ?? answer.text ?? ''}”\n— ${citation.title}${page}\n${url}`;
}

import { ContextProvider } from '@lit/context';
import { describe, expect, it, vi } from 'vitest';
import { goldenText } from '../../protocol/golden.fixture';
import type { Answer } from '../../state';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../mount.fixture';
import { appLinks, linksContext } from '../links';
import './answer';
import type { AnswerElement } from './answer';

function golden(name: string): Answer {
  return (JSON.parse(goldenText(name)) as { answer: Answer }).answer;
}

async function shown(answer: Answer): Promise<AnswerElement> {
  const element = document.createElement('passim-answer');
  element.answer = answer;
  element.documents = {
    d_2b7e94c05f1a4d83: { title: 'Staff handbook', uploadedAt: '2024-05-01T00:00:00Z', date: null },
  };
  return mount(element);
}

describe('an answer', () => {
  it('stands bold in its sentence, with its source, page and confidence', async () => {
    const element = await shown(golden('answer-answered'));
    expect(textOf(find(element, 'blockquote')).trim()).toBe(
      'Part-time staff receive 20 days of paid leave per year.',
    );
    expect(find(element, 'blockquote strong').textContent).toBe('20 days');
    expect(find(find(element, 'passim-citation'), 'a').getAttribute('href')).toBe(
      '/documents/d_8c1f0e77a2d94b36?start=1825&end=1832',
    );
    expect(textOf(element)).toContain('Leave policy, p. 2');
    expect(textOf(element)).toMatch(/High\s+91%/);
    expect(textOf(element)).toContain('Also stated in Staff handbook, p. 1');
  });

  it('quotes in the language of the document, with the quotation marks of the page', async () => {
    const several = golden('answer-several');
    const items = (several.items ?? []).map(({ text, citation }, at) => ({
      text,
      citation: { ...citation, language: 'fr', sentence: { start: at, end: at, text: '' } },
    }));
    const passages = several.passages.map((passage) => ({ ...passage, language: 'fr' }));
    const list = await shown({ ...several, items, passages, disagreement: false });
    expect(find<HTMLElement>(list, '.items strong').lang).toBe('fr');
    button(list, '2 passages').click();
    await settled(list);
    expect(findAll<HTMLElement>(list, '.text').map(({ lang }) => lang)).toEqual(['fr', 'fr']);

    const { citation } = golden('answer-answered');
    const quote = document.createElement('passim-quote');
    quote.citation = citation === null ? null : { ...citation, language: 'fr' };
    await mount(quote);
    expect(find<HTMLElement>(quote, 'blockquote p [lang]').lang).toBe('fr');
    expect(find<HTMLElement>(quote, 'blockquote').lang).toBe('');
    quote.citation = citation === null ? null : { ...citation, language: null };
    await settled(quote);
    expect(findAll(quote, '[lang]')).toEqual([]);
  });

  it('shows runners-up, passages and reasons only when asked', async () => {
    const element = await shown(golden('answer-answered'));
    expect(textOf(element)).not.toContain('Full-time');
    button(element, '1 other possible answer').click();
    await settled(element);
    expect(textOf(element)).toContain('Full-time staff receive 25 days');
    button(element, 'Why this answer?').click();
    await settled(element);
    const text = textOf(element);
    expect(text).not.toContain('Full-time');
    for (const fact of [
      'part-time',
      '11.2',
      '8 passages read',
      '-2.3',
      '61 ms',
      'reader-minilm-l6',
      '50%',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('in the words of those who run it says so, and claims no source and no confidence', async () => {
    const element = await shown(golden('answer-curated'));
    const text = textOf(element);
    expect(text).toContain('At half past eleven; in August it is closed.');
    expect(text).toContain('Curated answer.');
    expect(text).toContain('for “When does the canteen open?”; not quoted from a document');
    expect(text).not.toContain('deleted');
    expect(findAll(element, 'blockquote')).toEqual([]);
    expect(findAll(element, 'passim-confidence')).toEqual([]);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('that was chosen from a document is quoted and cited, without a confidence', async () => {
    const { curated } = golden('answer-curated');
    const element = await shown({ ...golden('answer-answered'), curated });
    expect(find(element, 'blockquote strong').textContent).toBe('20 days');
    expect(textOf(element)).toContain('Chosen by the people who run this service');
    expect(findAll(element, 'passim-confidence')).toEqual([]);
  });

  it('that is curated leads to where it can be changed, but not where people cannot', async () => {
    const element = await shown(golden('answer-curated'));
    expect(find(element, '.curated a').getAttribute('href')).toBe('/curated/k_0b8e5f1c7d2a4936');
    const widget = document.createElement('div');
    new ContextProvider(widget, {
      context: linksContext,
      initialValue: { ...appLinks, curated: null },
    });
    document.body.append(widget);
    widget.append(element);
    await settled(element);
    expect(findAll(element, '.curated a')).toEqual([]);
  });

  it('that is not sure shows passages and no quotation', async () => {
    const element = await shown(golden('answer-unsure'));
    expect(findAll(element, 'blockquote')).toEqual([]);
    expect(textOf(element)).toContain('27%');
    expect(textOf(element)).toContain('Managers agree the dates with their team');
  });

  it('shows a few passages first, and all of them when asked', async () => {
    const answer = golden('answer-unsure');
    const [passage] = answer.passages;
    const passages = passage === undefined ? [] : Array.from({ length: 7 }, () => passage);
    const element = await shown({ ...answer, passages });
    const list = find(element, 'passim-passages');
    expect(findAll(list, 'li')).toHaveLength(3);
    button(element, 'Show all 7 passages').click();
    await settled(element);
    expect(findAll(list, 'li')).toHaveLength(7);
  });

  it('that is not there says why, and invites to add documents', async () => {
    const element = await shown(golden('answer-not-found'));
    expect(textOf(element)).toContain('There are no documents to search here yet.');
    expect(find(element, 'a.button').getAttribute('href')).toBe('/library');
    const other = await shown({ ...golden('answer-not-found'), reason: 'no_span' });
    expect(findAll(other, 'a.button')).toEqual([]);
  });

  it('from a deleted document shows no words and no link', async () => {
    const turns = (JSON.parse(goldenText('conversation')) as { turns: { answer: Answer }[] }).turns;
    const element = await shown(turns[2]?.answer ?? golden('answer-unsure'));
    expect(textOf(element)).toContain('This document has been deleted.');
    expect(findAll(element, 'cite a')).toEqual([]);
    expect(findAll(element, 'blockquote')).toEqual([]);
  });

  it('from a superseded document keeps its words, and leads to the newer version', async () => {
    const answer = golden('answer-answered');
    const { citation } = answer;
    if (citation === null) {
      throw new Error('no citation');
    }
    const superseded = { ...citation, state: 'superseded' as const, pageLabel: 'iv' };
    const element = await shown({ ...answer, citation: { ...superseded, supersededBy: 'd/2' } });
    expect(find(element, 'blockquote strong').textContent).toBe('20 days');
    expect(textOf(element)).toContain('Leave policy, p. iv');
    expect(textOf(element)).toContain('Superseded by a newer version.');
    const links = findAll<HTMLAnchorElement>(find(element, 'passim-citation'), 'a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/documents/d_8c1f0e77a2d94b36?start=1825&end=1832',
      '/documents/d%2F2',
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
    const alone = await shown({ ...answer, citation: { ...superseded, supersededBy: null } });
    expect(findAll(find(alone, 'passim-citation'), 'a')).toHaveLength(1);
  });

  it('that documents disagree about shows both side by side, the newest first', async () => {
    const element = await shown(golden('answer-several'));
    const disagreement = find(element, 'passim-disagreement');
    expect(textOf(disagreement)).toContain('Documents disagree');
    const [newest, older, ...more] = findAll(disagreement, 'li').map(textOf);
    expect(newest).toContain('Newest');
    expect(newest).toContain('Part-time staff receive');
    expect(newest).toMatch(/dated .*2025/);
    expect(older).toContain('Full-time staff receive 25 days');
    expect(older).toMatch(/added .*2024/);
    expect(more).toEqual([]);
    expect(findAll(element, 'passim-quote')).toHaveLength(2);
    expect(textOf(element)).not.toContain('other possible answer');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('that is uncertain shows what documents disagree about too, the likeliest with it', async () => {
    const unsure = golden('answer-unsure');
    const [likeliest] = unsure.alternatives;
    const { alternatives } = golden('answer-several');
    const other = { text: 'No one', confidence: 0.02, disagrees: false };
    const element = await shown({
      ...unsure,
      disagreement: true,
      alternatives: [unsure.alternatives, alternatives, { ...likeliest, ...other }].flat() as Answer['alternatives'],
    });
    const said = findAll(find(element, 'passim-disagreement'), 'li').map(textOf);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('Managers agree the dates');
    expect(said[1]).toContain('Full-time staff receive 25 days');
    expect(textOf(element)).toContain('Not sure enough to answer');
    button(element, 'What it might be').click();
    await settled(element);
    expect(findAll(find(element, 'passim-alternatives'), 'li')).toHaveLength(1);
    expect(await accessibilityViolations(element)).toEqual([]);
    expect(findAll(await shown(unsure), 'passim-disagreement')).toEqual([]);
  });

  it('of several parts marks them all in their sentence', async () => {
    const several = golden('answer-several');
    const element = await shown({ ...several, disagreement: false, alternatives: [] });
    expect(findAll(element, 'strong[part="span"]').map(textOf)).toEqual([
      '20 days of paid leave',
      '2 days for moving house',
      '1 day for a wedding',
    ]);
    expect(findAll(element, 'blockquote')).toHaveLength(1);
  });

  it('that is a list shows its items below each other', async () => {
    const several = golden('answer-several');
    const items = (several.items ?? []).map(({ text, citation }) => ({
      text,
      citation: {
        ...citation,
        sentence: { start: citation.start, end: citation.end, text },
      },
    }));
    const element = await shown({ ...several, items, disagreement: false, alternatives: [] });
    expect(findAll(find(element, '.items'), 'li').map((item) => textOf(item).trim())).toEqual([
      '20 days of paid leave',
      '2 days for moving house',
      '1 day for a wedding',
    ]);
    expect(textOf(element)).not.toContain('The list goes on');
    expect(await accessibilityViolations(element)).toEqual([]);
    const longer = await shown({ ...several, items, itemsContinue: true, disagreement: false, alternatives: [] });
    expect(textOf(longer)).toContain('The list goes on in the document.');
  });

  it('says when the server had no room to keep it, and asks for no opinion then', async () => {
    const kept = await shown({ ...golden('answer-answered'), kept: true });
    expect(textOf(kept)).not.toContain('not kept');
    expect(findAll(kept, 'passim-feedback')).toHaveLength(1);
    const element = await shown({ ...golden('answer-answered'), kept: false });
    expect(textOf(element)).toContain('The server’s disk is full, so this answer is not kept.');
    expect(findAll(element, 'passim-feedback')).toHaveLength(0);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('sets styles by property alone, since the policy of a portal blocks style attributes', async () => {
    const setter = vi.spyOn(HTMLElement.prototype, 'style', 'set');
    const element = await shown(golden('answer-answered'));
    button(element, 'Why this answer?').click();
    await settled(element);
    const styled = findAll(element, '[style]');
    expect(styled.length).toBeGreaterThan(3);
    expect(styled.filter((each) => !setter.mock.contexts.includes(each as HTMLElement))).toEqual([]);
    expect(setter.mock.calls[0]).toEqual(['inline-size: 91%']);
  });

  it('renders what a document says as text, whatever it says', async () => {
    const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const answer = golden('answer-answered');
    const { citation } = answer;
    if (citation === null) {
      throw new Error('no citation');
    }
    const element = await shown({
      ...answer,
      standaloneQuestion: attack,
      citation: {
        ...citation,
        title: attack,
        heading: [attack],
        sentence: { start: citation.start, end: citation.start + attack.length, text: attack },
      },
    });
    expect(findAll(element, 'img, script')).toEqual([]);
    expect(textOf(find(element, 'blockquote'))).toContain(attack);
  });

  it('takes a rating, and after a bad one what it should have been', async () => {
    const element = await shown(golden('answer-answered'));
    const heard = vi.fn<(rating: string, expected: string | null) => void>();
    element.addEventListener('passim-feedback', ({ rating, expected }) => {
      heard(rating, expected);
    });
    button(element, 'Wrong').click();
    element.rating = 'down';
    await settled(element);
    find<HTMLInputElement>(element, '#expected').value = '20 days, pro rata';
    find<HTMLFormElement>(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(heard.mock.calls).toEqual([
      ['down', null],
      ['down', '20 days, pro rata'],
    ]);
  });

  it.each(['answer-answered', 'answer-unsure', 'answer-not-found'])(
    '%s is accessible',
    async (name) => {
      const element = await shown(golden(name));
      button(element, 'Why this answer?').click();
      await settled(element);
      expect(await accessibilityViolations(element)).toEqual([]);
    },
  );
});

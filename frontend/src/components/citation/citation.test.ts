import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerMessage } from '../../protocol';
import { goldenText } from '../../protocol/golden.fixture';
import { mount, textOf } from '../mount.fixture';
import './citation';

describe('a citation west of Greenwich', () => {
  beforeEach(() => {
    vi.stubEnv('TZ', 'America/Montreal');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('bears the day that its document bears', async () => {
    expect(new Date('2025-03-12T00:00:00Z').getDate()).toBe(11);
    const element = document.createElement('passim-citation');
    element.citation = (JSON.parse(goldenText('answer-answered')) as AnswerMessage).answer.citation;
    element.date = '2025-03-12';
    expect(textOf(await mount(element))).toContain('Mar 12, 2025');
  });
});

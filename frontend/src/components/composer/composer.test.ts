import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityViolations, button, find, mount, settled } from '../mount.fixture';
import './composer';
import type { ComposerElement } from './composer';

describe('composer', () => {
  let composer: ComposerElement;
  let field: HTMLTextAreaElement;
  let asked: string[];
  let stopped: string[];

  beforeEach(async () => {
    asked = [];
    stopped = [];
    composer = await mount(document.createElement('passim-composer'));
    composer.addEventListener('passim-ask', (event) => asked.push(event.question));
    composer.addEventListener('passim-stop', (event) => stopped.push(event.id));
    field = find(composer, 'textarea');
  });

  function type(text: string): void {
    field.value = text;
    field.dispatchEvent(new Event('input'));
  }

  function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init });
    field.dispatchEvent(event);
    return event;
  }

  it('asks on Enter and is empty for the next question', () => {
    type('  How many days?\n');
    expect(press('Enter').defaultPrevented).toBe(true);
    expect(asked).toEqual(['How many days?']);
    expect(field.value).toBe('');
  });

  it('breaks the line on Shift+Enter', () => {
    type('One');
    expect(press('Enter', { shiftKey: true }).defaultPrevented).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each([
    ['isComposing', { isComposing: true }],
    ['the key code that Safari leaves', { keyCode: 229 }],
  ])('leaves Enter to the input method, told by %s', (_, init) => {
    type('にほ');
    press('Enter', init);
    expect(asked).toEqual([]);
  });

  it('does not ask nothing, nor too much', async () => {
    type('   ');
    press('Enter');
    type('x'.repeat(4001));
    press('Enter');
    await settled(composer);
    expect(asked).toEqual([]);
    expect(button(composer, 'Ask').disabled).toBe(true);
  });

  it('stops what is under way, by Escape or by button, and keeps what is typed', async () => {
    composer.busyId = 'q_1';
    await settled(composer);
    type('Next question');
    press('Enter');
    press('Escape');
    button(composer, 'Stop').click();
    expect(stopped).toEqual(['q_1', 'q_1']);
    expect(asked).toEqual([]);
    expect(field.value).toBe('Next question');
  });

  it.each([
    ['asking', null, 'q_1'],
    ['an answer', 'q_1', null],
  ])('keeps the focus when its button goes with %s', async (_, before, after) => {
    composer.busyId = before;
    type('Next question');
    await settled(composer);
    button(composer, before === null ? 'Ask' : 'Stop').focus();
    composer.busyId = after;
    await settled(composer);
    expect(composer.shadowRoot?.activeElement).toBe(field);
  });

  it('leaves the focus where it is when no button has it', async () => {
    composer.busyId = 'q_1';
    await settled(composer);
    expect(composer.shadowRoot?.activeElement).toBeNull();
  });

  it('leaves Escape alone where there is nothing to stop', () => {
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it('is accessible', async () => {
    expect(await accessibilityViolations(composer)).toEqual([]);
  });
});

import axe from 'axe-core';
import type { LitElement } from 'lit';
import { afterEach } from 'vitest';

afterEach(() => {
  document.body.replaceChildren();
});

/** Puts an element into the page and waits until it and what it holds have rendered. */
export async function mount<T extends LitElement>(element: T): Promise<T> {
  document.body.append(element);
  await settled(element);
  return element;
}

export async function settled(element: LitElement): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** The first match anywhere below, through shadow roots. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as in querySelector
export function find<T extends Element>(root: Element, selector: string): T {
  const found = findAll<T>(root, selector)[0];
  if (found === undefined) {
    throw new Error(`no ${selector} in ${root.localName}`);
  }
  return found;
}

export function findAll<T extends Element>(root: Element, selector: string): T[] {
  const scope = root.shadowRoot ?? root;
  const here = [...scope.querySelectorAll<T>(selector)];
  const below = [...scope.querySelectorAll('*')].filter((element) => element.shadowRoot !== null);
  return [...here, ...below.flatMap((element) => findAll<T>(element, selector))];
}

/** What a person reads, through shadow roots. */
export function textOf(root: Node): string {
  if (root.nodeType === Node.TEXT_NODE) {
    return root.textContent ?? '';
  }
  if (root instanceof Element && (root.localName === 'style' || root.hasAttribute('hidden'))) {
    return '';
  }
  const children =
    root instanceof Element && root.shadowRoot !== null
      ? root.shadowRoot.childNodes
      : root.childNodes;
  return [...children].map(textOf).join('').replace(/\s+/g, ' ');
}

export function button(root: Element, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, 'button').find(
    (candidate) => (candidate.getAttribute('aria-label') ?? textOf(candidate)).trim() === name,
  );
  if (found === undefined) {
    throw new Error(`no button “${name}”`);
  }
  return found;
}

/** Rules that need layout or a whole page have nothing to look at here; they are run in a real browser. */
export async function accessibilityViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

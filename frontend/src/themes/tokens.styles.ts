import { css } from 'lit';

/**
 * The global tokens, set once on the host of a page or widget and inherited through every shadow root below it. A
 * page overrides them on the host element: `passim-chat { --passim-accent: navy }`.
 *
 * The marker has one meaning everywhere: these words are quoted, character by character.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --passim-paper: light-dark(#fbfbf8, #15181b);
    --passim-raised: light-dark(#ffffff, #1c2024);
    --passim-sunken: light-dark(#f2f2ed, #101214);
    --passim-ink: light-dark(#1b2025, #e9e6df);
    --passim-ink-soft: light-dark(#565d63, #a9afb4);
    --passim-rule: light-dark(#dedcd3, #32383d);
    --passim-edge: light-dark(#84888b, #747b81);
    --passim-accent: light-dark(#1b5a56, #8accc3);
    --passim-accent-hover: light-dark(#12423f, #aadfd8);
    --passim-on-accent: light-dark(#ffffff, #0d1b1a);
    --passim-marker: light-dark(#ffe9a3, #5f4c12);
    --passim-on-marker: light-dark(#1b2025, #fff5d9);
    --passim-rubric: light-dark(#9c2f22, #f0a093);
    --passim-caution: light-dark(#7d4a05, #e8bd7c);
    --passim-shadow: light-dark(rgb(27 32 37 / 14%), rgb(0 0 0 / 55%));

    --passim-serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', 'P052', 'Book Antiqua',
      Georgia, 'Times New Roman', serif;
    --passim-sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --passim-mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;

    --passim-rem: 1rem;
    --passim-text-xs: calc(var(--passim-rem) * 0.75);
    --passim-text-s: calc(var(--passim-rem) * 0.8438);
    --passim-text-m: calc(var(--passim-rem) * 0.9688);
    --passim-text-l: calc(var(--passim-rem) * 1.125);
    --passim-text-quote: clamp(
      calc(var(--passim-rem) * 1.3125),
      calc(var(--passim-rem) * 0.9) + 1.6vw,
      calc(var(--passim-rem) * 1.5625)
    );
    --passim-text-title: calc(var(--passim-rem) * 1.75);
    --passim-text-display: calc(var(--passim-rem) * 2.5);
    --passim-space: calc(var(--passim-rem) * 0.25);
    --passim-radius: calc(var(--passim-rem) * 0.25);
    --passim-measure: calc(var(--passim-rem) * 44);

    color: var(--passim-ink);
    background: var(--passim-paper);
    font: 400 var(--passim-text-m) / 1.55 var(--passim-sans);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

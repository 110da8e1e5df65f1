import { css } from 'lit';

/** What every component shares: box model, focus ring, links, buttons, and text for screen readers only. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  a {
    color: var(--passim-accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  a:hover {
    color: var(--passim-accent-hover);
    text-decoration-thickness: 2px;
  }

  :focus-visible {
    outline: 2px solid var(--passim-accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  svg {
    display: block;
    flex: none;
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .button,
  .quiet,
  .icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--passim-space) * 1.5);
    min-height: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 3.5);
    border: 1px solid var(--passim-accent);
    border-radius: var(--passim-radius);
    background: var(--passim-accent);
    color: var(--passim-on-accent);
    font-size: var(--passim-text-s);
    font-weight: 550;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms, color 120ms;
  }

  .button:hover {
    background: var(--passim-accent-hover);
    border-color: var(--passim-accent-hover);
    color: var(--passim-on-accent);
  }

  .button:disabled {
    background: transparent;
    border-color: var(--passim-rule);
    color: var(--passim-ink-soft);
    cursor: default;
  }

  .button.danger {
    background: var(--passim-rubric);
    border-color: var(--passim-rubric);
  }

  .button.plain {
    background: transparent;
    border-color: var(--passim-edge);
    color: var(--passim-ink);
  }

  .button.plain:hover {
    border-color: var(--passim-accent);
    color: var(--passim-accent);
  }

  .quiet,
  .icon {
    min-height: calc(var(--passim-space) * 8);
    padding: 0 calc(var(--passim-space) * 2);
    border-color: transparent;
    background: transparent;
    color: var(--passim-ink-soft);
    font-weight: 450;
  }

  .icon {
    min-width: calc(var(--passim-space) * 8);
    padding: 0;
  }

  .icon svg {
    width: 1.35em;
    height: 1.35em;
  }

  .quiet:hover,
  .icon:hover,
  .quiet[aria-expanded='true'] {
    background: var(--passim-sunken);
    color: var(--passim-ink);
  }

  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;

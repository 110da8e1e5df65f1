import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  /* Nothing but its parts scrolls. */
  .page {
    position: relative;
    overflow: clip;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100dvh;
  }

  header {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 6);
    min-block-size: calc(var(--passim-space) * 14);
    padding-inline: calc(var(--passim-space) * 6);
    border-block-end: 1px solid var(--passim-rule);
  }

  .brand {
    color: var(--passim-ink);
    font: italic 400 calc(var(--passim-rem) * 1.625) / 1 var(--passim-serif);
    text-decoration: none;
    letter-spacing: -0.01em;
  }

  nav {
    display: flex;
    gap: calc(var(--passim-space) * 5);
    align-self: stretch;
    margin-inline-end: auto;
  }

  nav a {
    display: grid;
    place-items: center;
    border-block: 2px solid transparent;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    text-decoration: none;
  }

  nav a:hover {
    color: var(--passim-ink);
  }

  nav a[aria-current='page'] {
    border-block-end-color: var(--passim-rubric);
    color: var(--passim-ink);
    font-weight: 550;
  }

  .tools {
    display: contents;
  }

  .more {
    display: none;
    place-items: center;
    border-block: 2px solid transparent;
  }

  .more.current {
    border-block-end-color: var(--passim-rubric);
  }

  .sending {
    align-self: center;
    margin-inline-start: calc(var(--passim-space) * -3);
    color: var(--passim-accent);
    font-size: var(--passim-text-xs);
    font-variant-numeric: tabular-nums;
  }

  main {
    min-block-size: 0;
    overflow: auto;
  }

  main:focus {
    outline: none;
  }

  main > * {
    min-block-size: 100%;
  }

  passim-chat-page {
    block-size: 100%;
  }

  .unknown {
    padding: calc(var(--passim-space) * 16) calc(var(--passim-space) * 6);
    font: 400 var(--passim-text-title) / 1.3 var(--passim-serif);
    text-align: center;
  }

  .skip {
    position: absolute;
    inset: calc(var(--passim-space) * 2) auto auto calc(var(--passim-space) * 2);
    z-index: 10;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
    background: var(--passim-raised);
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  @media (max-width: 64em) {
    .tools {
      display: none;
    }

    .more {
      display: grid;
      margin-inline: calc(var(--passim-space) * -2);
    }
  }

  @media (max-width: 40em) {
    header {
      gap: calc(var(--passim-space) * 3);
      padding-inline: calc(var(--passim-space) * 4) calc(var(--passim-space) * 2);
    }

    nav {
      gap: calc(var(--passim-space) * 3);
    }
  }

  @media (max-width: 24em) {
    header {
      gap: calc(var(--passim-space) * 2);
      padding-inline: calc(var(--passim-space) * 3) var(--passim-space);
    }

    nav {
      gap: calc(var(--passim-space) * 2);
    }

    .brand {
      font-size: calc(var(--passim-rem) * 1.25);
    }
  }
`;

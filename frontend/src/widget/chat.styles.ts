import { css } from 'lit';

export const styles = css`
  :host {
    all: initial;
    display: contents;
    color-scheme: light dark;

    --passim-rem: 16px;
    --passim-scrollbar-gutter: auto;
    --passim-gutter: calc(var(--passim-space) * 5);
    --passim-text-quote: calc(var(--passim-rem) * 1.1875);
  }

  .launcher,
  dialog {
    position: fixed;
    inset-block-end: var(--passim-chat-inset, 20px);
    inset-inline-end: var(--passim-chat-inset, 20px);
    z-index: var(--passim-chat-layer, 1000);
    color: var(--passim-ink);
    font: 400 var(--passim-text-m) / 1.55 var(--passim-sans);
    text-align: start;
  }

  .launcher {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    min-height: 48px;
    padding: 0 calc(var(--passim-space) * 4.5) 0 calc(var(--passim-space) * 3.5);
    border: 0;
    border-radius: 24px;
    background: var(--passim-accent);
    color: var(--passim-on-accent);
    font-weight: 550;
    box-shadow: 0 2px 12px var(--passim-shadow);
    cursor: pointer;
  }

  .launcher:hover {
    background: var(--passim-accent-hover);
  }

  .launcher:focus-visible {
    outline-offset: 3px;
    border-radius: 24px;
  }

  dialog {
    inset-inline-start: auto;
    inset-block-start: auto;
    flex-direction: column;
    inline-size: min(420px, calc(100vw - 2 * var(--passim-chat-inset, 20px)));
    block-size: min(680px, calc(100dvh - 2 * var(--passim-chat-inset, 20px)));
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border: 1px solid var(--passim-rule);
    border-radius: 10px;
    background: var(--passim-paper);
    box-shadow: 0 8px 40px var(--passim-shadow);
  }

  dialog[open] {
    display: flex;
  }

  .head {
    display: flex;
    align-items: center;
    gap: var(--passim-space);
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 2) calc(var(--passim-space) * 2)
      var(--passim-gutter);
    border-block-end: 1px solid var(--passim-rule);
  }

  h1 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font: 400 var(--passim-text-l) / 1.4 var(--passim-serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Where head and foot leave it less, the panel scrolls as a whole. */
  passim-thread {
    flex: 1;
    min-block-size: 6em;
  }

  .greeting {
    padding-block: calc(var(--passim-space) * 8);
    font: 400 var(--passim-text-quote) / 1.5 var(--passim-serif);
    text-wrap: pretty;
  }

  footer {
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4) calc(var(--passim-space) * 2);
    border-block-start: 1px solid var(--passim-rule);
  }

  .note {
    padding-inline: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  @media (max-width: 30em) {
    dialog {
      inset: var(--viewport-top, 0) 0 auto;
      inline-size: auto;
      block-size: var(--viewport-height, 100dvh);
      border: 0;
      border-radius: 0;
    }
  }

  @media (max-height: 24em) {
    .note {
      display: none;
    }
  }

  @media print {
    .launcher,
    dialog {
      display: none;
    }
  }
`;

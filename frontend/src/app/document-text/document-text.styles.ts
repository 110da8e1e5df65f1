import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-block-size: 0;
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  article {
    inline-size: min(100%, calc(var(--passim-measure) + 12 * var(--passim-space)));
    margin-inline: auto;
    padding: calc(var(--passim-space) * 2) calc(var(--passim-space) * 6) 40vh;
  }

  /* Not as tall as a window, and every page drawn, so that words can be brought into view at once. */
  :host([inset]) article {
    padding-block-end: calc(var(--passim-space) * 6);
  }

  :host([inset]) section {
    content-visibility: visible;
    padding-block: calc(var(--passim-space) * 3) calc(var(--passim-space) * 5);
  }

  .soft {
    padding-block: calc(var(--passim-space) * 6);
    color: var(--passim-ink-soft);
  }

  section {
    padding-block: calc(var(--passim-space) * 6) calc(var(--passim-space) * 10);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 60rem;
    outline: none;
  }

  section + section {
    border-block-start: 1px solid var(--passim-rule);
  }

  .page {
    margin-block-end: calc(var(--passim-space) * 4);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .text {
    font: 400 var(--passim-text-l) / 1.65 var(--passim-serif);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  mark {
    border-radius: 2px;
    color: var(--passim-ink);
    outline-offset: 3px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  mark.cited {
    padding-block: 0.08em;
    background: var(--passim-marker);
    color: var(--passim-on-marker);
    font-weight: 700;
  }

  mark.match {
    background: light-dark(#cfe8e4, #21443f);
  }

  mark.current {
    background: light-dark(#8ed3ca, #2f7d73);
    color: light-dark(#0f2b29, #ffffff);
  }

  @media (max-width: 40em) {
    article {
      padding-inline: calc(var(--passim-space) * 4);
    }
  }
`;

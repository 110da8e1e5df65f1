import { css } from 'lit';

export const rowStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(8rem, auto) auto;
    gap: calc(var(--passim-space) * 4);
    align-items: start;
    padding-block: calc(var(--passim-space) * 3.5);
    border-block-end: 1px solid var(--passim-rule);
  }

  .what {
    display: grid;
    gap: var(--passim-space);
  }

  .title {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .title a {
    color: var(--passim-ink);
    text-decoration-color: var(--passim-edge);
  }

  .meta {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .meta span + span::before {
    content: ' · ';
    color: var(--passim-edge);
  }

  .note {
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }

  .problem {
    max-inline-size: 40em;
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }

  .status {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    padding-block-start: calc(var(--passim-space) * 0.75);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .ready {
    color: var(--passim-accent);
  }

  .failed {
    color: var(--passim-rubric);
    font-weight: 550;
  }

  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 3px;
    border: 0;
    background: var(--passim-rule);
  }

  progress::-webkit-progress-bar {
    background: var(--passim-rule);
  }

  progress::-webkit-progress-value {
    background: var(--passim-accent);
    transition: inline-size 200ms;
  }

  progress::-moz-progress-bar {
    background: var(--passim-accent);
  }

  @media (max-width: 40em) {
    :host {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--passim-space) * 2);
    }

    .status {
      grid-row: 2;
      justify-items: start;
      text-align: start;
    }
  }
`;

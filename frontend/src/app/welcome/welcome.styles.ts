import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 5);
    align-content: center;
    inline-size: min(100%, var(--passim-measure));
    min-block-size: 100%;
    margin-inline: auto;
    padding-block: calc(var(--passim-space) * 10);
  }

  h1 {
    font: 400 var(--passim-text-display) / 1.1 var(--passim-serif);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  .lead {
    max-inline-size: 34em;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-l);
    text-wrap: pretty;
  }

  section {
    margin-block-start: calc(var(--passim-space) * 5);
  }

  h2 {
    padding-block-end: calc(var(--passim-space) * 2);
    border-block-end: 1px solid var(--passim-rule);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-weight: 450;
  }

  li {
    border-block-end: 1px solid var(--passim-rule);
  }

  li button {
    inline-size: 100%;
    padding: calc(var(--passim-space) * 3) 0;
    border: 0;
    background: none;
    font: 400 var(--passim-text-l) / 1.4 var(--passim-serif);
    text-align: start;
    cursor: pointer;
  }

  li button:hover {
    color: var(--passim-accent);
  }

  @media (max-width: 40em) {
    h1 {
      font-size: calc(var(--passim-rem) * 2);
    }

    .lead {
      font-size: var(--passim-text-m);
    }
  }
`;

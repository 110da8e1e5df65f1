import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
  }

  .line {
    color: var(--passim-ink-soft);
  }

  cite {
    font-style: italic;
    font-family: var(--passim-serif);
    font-size: 1.12em;
  }

  .page {
    color: var(--passim-ink);
    font-variant-numeric: oldstyle-nums;
  }

  .heading::before,
  .date::before {
    content: '·';
    margin-inline: 0.4em;
    color: var(--passim-edge);
  }

  .deleted {
    text-decoration: line-through;
  }

  .state {
    margin-block-start: var(--passim-space);
    color: var(--passim-caution);
  }
`;

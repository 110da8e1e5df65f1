import { css } from 'lit';

export const styles = css`
  label {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
    font-size: var(--passim-text-xs);
  }

  select {
    max-inline-size: 14em;
    min-height: calc(var(--passim-space) * 6.5);
    padding: 0 var(--passim-space);
    border: 0;
    border-block-end: 1px solid var(--passim-edge);
    background: var(--passim-paper);
    color: var(--passim-ink);
    font-size: var(--passim-text-xs);
  }
`;

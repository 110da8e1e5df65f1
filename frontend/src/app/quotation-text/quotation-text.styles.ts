import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .hint {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  .pane {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: min(22rem, 65dvh);
    overflow: hidden;
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--passim-space) * 2);
    min-inline-size: 0;
    padding: var(--passim-space) var(--passim-space) var(--passim-space) calc(var(--passim-space) * 3);
    border-block-end: 1px solid var(--passim-rule);
  }

  .take {
    min-height: calc(var(--passim-space) * 8);
    text-align: start;
    overflow-wrap: anywhere;
  }

  passim-document-text {
    grid-row: 3;
  }
`;

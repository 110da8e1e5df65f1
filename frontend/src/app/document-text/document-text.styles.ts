import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    padding-block: calc(var(--passim-space) * 6) calc(var(--passim-space) * 10);
    scroll-margin-block-start: calc(var(--passim-space) * 16);
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
    padding: 0.08em 0.06em;
    margin: 0 -0.03em;
    border-radius: 2px;
    background: var(--passim-marker);
    color: var(--passim-on-marker);
    font-weight: 700;
    outline-offset: 3px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
`;

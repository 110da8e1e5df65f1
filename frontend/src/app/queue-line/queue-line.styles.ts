import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
  }

  .line {
    color: var(--passim-ink-soft);
  }

  span + span::before {
    content: ' · ';
    color: var(--passim-edge);
  }

  .restoring {
    color: var(--passim-caution);
  }
`;

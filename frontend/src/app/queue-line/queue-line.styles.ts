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

  .warning {
    color: var(--passim-caution);
  }

  .cause {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }
`;

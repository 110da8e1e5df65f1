import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--passim-space) * 2);
    min-height: calc(var(--passim-space) * 8);
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
  }

  p::before {
    content: '';
    inline-size: 0.55em;
    block-size: 0.55em;
    border: 1.5px solid currentcolor;
    border-radius: 50%;
  }

  .calm {
    color: var(--passim-ink-soft);
  }

  .quiet {
    color: var(--passim-accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
`;

import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  article {
    display: grid;
    gap: calc(var(--passim-space) * 3);
  }

  h2 {
    font-size: var(--passim-text-l);
    font-weight: 600;
    line-height: 1.4;
    white-space: pre-line;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .rewrite {
    margin-block-start: calc(var(--passim-space) * -2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  q:lang(fr) {
    quotes: '«\\00a0' '\\00a0»';
  }

  .link {
    min-height: calc(var(--passim-space) * 6);
    padding: 0 var(--passim-space);
    border: 0;
    background: none;
    color: var(--passim-accent);
    font-size: inherit;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }

  .progress {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2.5);
    color: var(--passim-ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .pulse {
    flex: none;
    inline-size: 2px;
    block-size: 1.1em;
    background: var(--passim-accent);
    animation: pulse 1.1s steps(2, jump-none) infinite;
  }

  @keyframes pulse {
    to {
      opacity: 0.15;
    }
  }

  progress {
    inline-size: min(100%, calc(var(--passim-rem) * 18));
  }

  .failed {
    color: var(--passim-rubric);
  }

  .settled {
    color: var(--passim-ink-soft);
  }
`;

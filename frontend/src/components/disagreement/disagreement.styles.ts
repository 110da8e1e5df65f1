import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-caution);
    border-radius: var(--passim-radius);
  }

  h3 {
    color: var(--passim-caution);
    font-size: var(--passim-text-m);
    font-weight: 600;
  }

  p {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  /* Side by side where there is room for two, below each other else. */
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: calc(var(--passim-space) * 5);
    margin-block-start: calc(var(--passim-space) * 2);
  }

  li {
    display: flex;
    flex-direction: column;
    gap: var(--passim-space);
    padding-inline-start: calc(var(--passim-space) * 3);
    border-inline-start: 2px solid var(--passim-rule);
  }

  .age {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-weight: 600;
  }
`;

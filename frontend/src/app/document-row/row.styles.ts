import { css } from 'lit';

export const rowStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(8rem, auto) auto;
    gap: calc(var(--passim-space) * 4);
    align-items: start;
    padding-block: calc(var(--passim-space) * 3.5);
    border-block-end: 1px solid var(--passim-rule);
  }

  .what {
    display: grid;
    gap: var(--passim-space);
  }

  .note {
    color: var(--passim-caution);
    font-size: var(--passim-text-s);
  }

  .problem {
    max-inline-size: 40em;
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }

  .cause {
    max-inline-size: 45em;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
    overflow-wrap: anywhere;
  }

  .status {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    padding-block-start: calc(var(--passim-space) * 0.75);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .ready {
    color: var(--passim-accent);
  }

  .failed {
    color: var(--passim-rubric);
    font-weight: 550;
  }

  .buttons {
    display: flex;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--passim-space);
  }

  .tag {
    min-block-size: calc(var(--passim-space) * 6);
    padding: 0 calc(var(--passim-space) * 2);
    border: 0;
    border-radius: var(--passim-radius);
    background: var(--passim-sunken);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
    cursor: pointer;
  }

  .tag:hover {
    color: var(--passim-accent);
  }

  .link {
    min-block-size: calc(var(--passim-space) * 6);
    padding: 0;
    border: 0;
    background: none;
    color: var(--passim-accent);
    font-size: var(--passim-text-s);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }

  .older {
    justify-self: start;
    color: var(--passim-ink-soft);
    text-decoration-color: var(--passim-edge);
  }

  .versions {
    display: grid;
    padding-inline-start: calc(var(--passim-space) * 3);
    border-inline-start: 2px solid var(--passim-rule);
    font-size: var(--passim-text-s);
  }

  .versions li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--passim-space) * 2);
  }

  .superseded {
    color: var(--passim-caution);
  }

  @media (max-width: 40em) {
    :host {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 calc(var(--passim-space) * 2);
      padding-block: calc(var(--passim-space) * 2) calc(var(--passim-space) * 3.5);
    }

    .what {
      grid-area: 2 / 1 / auto / -1;
    }

    .status {
      grid-area: 1 / 1;
      align-self: center;
      justify-items: start;
      padding: 0;
      font-size: var(--passim-text-xs);
      text-align: start;
    }
  }
`;

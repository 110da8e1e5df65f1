import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--passim-space) * 2);
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .soft,
  .comment,
  .resolution,
  .note {
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  .meta > span:first-child {
    color: var(--passim-caution);
  }

  .shown {
    display: grid;
    gap: var(--passim-space);
    padding-inline-start: calc(var(--passim-space) * 4);
    border-inline-start: 3px solid var(--passim-rule);
  }

  .note {
    max-inline-size: 44rem;
    padding-inline-start: calc(var(--passim-space) * 4);
    border-inline-start: 3px solid var(--passim-rule);
    white-space: pre-line;
  }

  .problem {
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 2);
    margin-block-start: calc(var(--passim-space) * 2);
  }

  .button[aria-expanded='true'] {
    border-color: var(--passim-accent);
    color: var(--passim-accent);
  }
`;

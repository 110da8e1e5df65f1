import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .back a {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    text-decoration: none;
  }

  .back a:hover {
    color: var(--passim-ink);
  }

  h1 {
    margin-block: calc(var(--passim-space) * 3) calc(var(--passim-space) * 6);
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  .problem {
    margin-block-end: calc(var(--passim-space) * 3);
    color: var(--passim-rubric);
  }

  .note {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    justify-items: start;
    max-inline-size: 48rem;
    margin-block-end: calc(var(--passim-space) * 8);
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .caution {
    border-color: var(--passim-caution);
  }

  .caution strong {
    color: var(--passim-caution);
  }

  q {
    font-family: var(--passim-serif);
    font-size: 1.08em;
  }
`;

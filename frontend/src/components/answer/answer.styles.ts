import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--passim-space);
  }

  passim-quote {
    margin-block: var(--passim-space) calc(var(--passim-space) * 2);
  }

  .verdict {
    font: 400 var(--passim-text-quote) / 1.4 var(--passim-serif);
  }

  .reason {
    max-inline-size: 38em;
    color: var(--passim-ink-soft);
  }

  .own {
    max-inline-size: 38em;
    margin-block: var(--passim-space);
    font-size: var(--passim-text-m);
    white-space: pre-line;
  }

  .curated {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .curated strong {
    color: var(--passim-ink);
    font-weight: 600;
  }

  passim-passages {
    margin-block-start: calc(var(--passim-space) * 3);
  }

  .corroboration {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .corroboration ul,
  .corroboration li {
    display: inline;
  }

  .corroboration li + li::before {
    content: '; ';
  }

  cite {
    font-family: var(--passim-serif);
    font-size: 1.08em;
  }

  .items {
    display: grid;
    gap: calc(var(--passim-space) * 1.5);
    padding-inline-start: 1.1em;
    font: 400 var(--passim-text-quote) / 1.42 var(--passim-serif);
    list-style: disc;
  }

  .continues {
    color: var(--passim-ink-soft);
  }

  .not-kept {
    max-inline-size: 38em;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .items li::marker {
    color: var(--passim-ink-soft);
  }

  .items strong {
    padding: 0.08em 0.06em;
    border-radius: 2px;
    background: var(--passim-marker);
    color: var(--passim-on-marker);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space);
    margin-block-start: calc(var(--passim-space) * 3);
    margin-inline-start: calc(var(--passim-space) * -2);
  }

  .copied {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .panel {
    padding: calc(var(--passim-space) * 4);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    min-inline-size: 0;
  }

  .panel passim-passages {
    margin: 0;
  }
`;

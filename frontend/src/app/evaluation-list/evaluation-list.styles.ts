import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  h1 {
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
  }

  h2 {
    margin-block: calc(var(--passim-space) * 8) calc(var(--passim-space) * 3);
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .soft {
    max-inline-size: 40rem;
    color: var(--passim-ink-soft);
  }

  h1 + .soft {
    margin-block-start: calc(var(--passim-space) * 1.5);
  }

  .problem {
    color: var(--passim-rubric);
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(11rem, auto) auto;
    gap: calc(var(--passim-space) * 4);
    align-items: center;
    padding-block: calc(var(--passim-space) * 3.5);
    border-block-end: 1px solid var(--passim-rule);
  }

  .meta {
    margin-block-start: var(--passim-space);
  }

  .compare {
    display: inline-block;
    margin-block-start: var(--passim-space);
    margin-inline-end: calc(var(--passim-space) * 4);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .state {
    display: grid;
    gap: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .state.failed,
  .state.interrupted {
    color: var(--passim-rubric);
  }

  dl {
    display: flex;
    justify-content: end;
    gap: calc(var(--passim-space) * 5);
  }

  dt {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  dd {
    color: var(--passim-ink);
    font: 400 var(--passim-text-l) / 1.3 var(--passim-serif);
  }

  @media (max-width: 40em) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--passim-space) * 2);
    }

    .state {
      grid-area: 2 / 1 / auto / -1;
      text-align: start;
    }

    dl {
      justify-content: start;
    }
  }
`;

import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: 17rem minmax(0, 1fr);
  }

  aside {
    border-inline-end: 1px solid var(--passim-rule);
    background: var(--passim-sunken);
  }

  section {
    inline-size: min(100%, 60rem);
    margin-inline: auto;
    padding: calc(var(--passim-space) * 8) calc(var(--passim-space) * 8) calc(var(--passim-space) * 16);
  }

  h1 {
    margin-block-end: calc(var(--passim-space) * 5);
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .empty {
    margin-block-end: calc(var(--passim-space) * 5);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  .problem {
    margin-block-end: calc(var(--passim-space) * 4);
    color: var(--passim-rubric);
  }

  .filter {
    inline-size: min(100%, 22rem);
    min-height: calc(var(--passim-space) * 9);
    margin-block: calc(var(--passim-space) * 6) calc(var(--passim-space) * 2);
    padding: 0 calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
  }

  ul {
    margin-block-start: calc(var(--passim-space) * 4);
  }

  @media (max-width: 52em) {
    :host {
      grid-template: auto 1fr / minmax(0, 1fr);
    }

    aside {
      border-inline-end: 0;
      border-block-end: 1px solid var(--passim-rule);
    }

    section {
      padding: calc(var(--passim-space) * 6) calc(var(--passim-space) * 4) calc(var(--passim-space) * 12);
    }
  }
`;

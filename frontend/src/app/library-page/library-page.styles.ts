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
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  passim-threshold-line {
    margin-block: var(--passim-space) calc(var(--passim-space) * 4);
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

  passim-queue-line {
    margin-block-start: calc(var(--passim-space) * 4);
  }

  passim-shelf-bar {
    margin-block-start: calc(var(--passim-space) * 6);
  }

  .folder {
    margin-block: calc(var(--passim-space) * 7) calc(var(--passim-space) * -2);
    color: var(--passim-ink-soft);
    font: 550 var(--passim-text-s) / 1.4 var(--passim-sans);
    overflow-wrap: anywhere;
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

import { css } from 'lit';

export const styles = css`
  h1 {
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
  }

  .soft {
    max-inline-size: 40rem;
    margin-block-start: calc(var(--passim-space) * 1.5);
    color: var(--passim-ink-soft);
  }

  nav {
    display: flex;
    gap: calc(var(--passim-space) * 5);
    margin-block-start: calc(var(--passim-space) * 6);
    border-block-end: 1px solid var(--passim-rule);
  }

  nav a {
    padding-block: calc(var(--passim-space) * 2);
    margin-block-end: -1px;
    border-block-end: 2px solid transparent;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    text-decoration: none;
  }

  nav a:hover {
    color: var(--passim-ink);
  }

  nav a[aria-current='page'] {
    border-block-end-color: var(--passim-rubric);
    color: var(--passim-ink);
    font-weight: 550;
  }
`;

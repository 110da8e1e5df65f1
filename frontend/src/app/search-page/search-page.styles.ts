import { css } from 'lit';

export const styles = css`
  h1 {
    font: 400 var(--passim-text-title) / 1.2 var(--passim-serif);
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .soft {
    max-inline-size: 40rem;
    margin-block-start: calc(var(--passim-space) * 1.5);
    color: var(--passim-ink-soft);
  }

  form {
    margin-block-start: calc(var(--passim-space) * 6);
  }

  .line {
    display: flex;
    gap: calc(var(--passim-space) * 2);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(var(--passim-space) * 11);
    padding: 0 calc(var(--passim-space) * 3.5);
    border: 1px solid var(--passim-edge);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-m));
  }

  input::placeholder {
    color: var(--passim-ink-soft);
    opacity: 1;
  }

  .button {
    min-block-size: calc(var(--passim-space) * 11);
  }

  .problem .button {
    margin-block-start: calc(var(--passim-space) * 4);
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space) calc(var(--passim-space) * 4);
    margin-block-start: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  label {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--passim-space) * 1.5);
  }

  select {
    min-block-size: calc(var(--passim-space) * 6.5);
    padding: 0 var(--passim-space);
    border: 0;
    border-block-end: 1px solid var(--passim-edge);
    background: var(--passim-paper);
    color: var(--passim-ink);
    font-size: var(--passim-text-xs);
  }

  .summary {
    min-block-size: 1.55em;
    margin-block-start: calc(var(--passim-space) * 6);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .summary + .summary {
    margin-block-start: 0;
  }

  .outcome {
    margin-block-start: calc(var(--passim-space) * 2);
  }

  .outcome[aria-busy='true'] {
    opacity: 0.55;
  }

  ol {
    border-block-start: 1px solid var(--passim-rule);
  }

  .problem h2,
  .problem p {
    color: var(--passim-rubric);
  }

  @media (max-width: 40em) {
    .button svg {
      display: none;
    }
  }
`;

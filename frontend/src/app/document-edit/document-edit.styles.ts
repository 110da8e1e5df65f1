import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(34rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    overflow: auto;
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 2);
    background: var(--passim-raised);
    color: var(--passim-ink);
    box-shadow: 0 8px 40px var(--passim-shadow);
  }

  dialog::backdrop {
    background: rgb(10 12 14 / 45%);
  }

  form {
    display: grid;
    gap: calc(var(--passim-space) * 4);
    padding: calc(var(--passim-space) * 6);
  }

  h2 {
    font: 400 calc(var(--passim-rem) * 1.375) / 1.3 var(--passim-serif);
  }

  .file {
    margin-block-start: calc(var(--passim-space) * -3);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  label,
  .label {
    display: block;
    margin-block-end: var(--passim-space);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  input {
    inline-size: 100%;
    min-block-size: calc(var(--passim-space) * 9);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-s));
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 11rem;
    gap: calc(var(--passim-space) * 4);
  }

  .problem {
    margin-block-start: var(--passim-space);
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
    white-space: pre-line;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--passim-space) * 2);
  }

  @media (max-width: 40em) {
    dialog {
      inset: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 92dvh;
      margin: 0;
      border-inline: 0;
      border-block-end: 0;
      border-radius: calc(var(--passim-radius) * 3) calc(var(--passim-radius) * 3) 0 0;
    }

    form {
      padding: calc(var(--passim-space) * 5) calc(var(--passim-space) * 4);
    }

    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

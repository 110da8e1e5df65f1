import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space);
  }

  .opener {
    min-block-size: calc(var(--passim-space) * 6.5);
    padding-inline: calc(var(--passim-space) * 1.5);
    font-size: var(--passim-text-xs);
  }

  .chip,
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: var(--passim-space);
    max-inline-size: 16rem;
    min-block-size: calc(var(--passim-space) * 6.5);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-rule);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
    font-size: var(--passim-text-xs);
    cursor: pointer;
  }

  .chip span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip svg {
    color: var(--passim-ink-soft);
  }

  .chip:hover,
  .toggle:hover {
    border-color: var(--passim-accent);
    color: var(--passim-accent);
  }

  .form {
    display: grid;
    gap: calc(var(--passim-space) * 3);
    inline-size: 26rem;
    max-inline-size: 100%;
    padding: calc(var(--passim-space) * 4) calc(var(--passim-space) * 4) 0;
    font-size: var(--passim-text-s);
  }

  h2 {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  h2 + .soft {
    margin-block-start: calc(var(--passim-space) * -2.5);
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--passim-space) * 1.5);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 calc(var(--passim-space) * 1.5);
    color: var(--passim-ink-soft);
  }

  .toggle {
    min-block-size: calc(var(--passim-space) * 8);
    padding-inline: calc(var(--passim-space) * 2.5);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .toggle[aria-pressed='true'] {
    border-color: var(--passim-accent);
    background: var(--passim-accent);
    color: var(--passim-on-accent);
  }

  .day {
    display: inline-flex;
    flex: 1;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
  }

  .day span {
    min-inline-size: 2.6em;
  }

  input {
    flex: 1;
    min-inline-size: 8.5rem;
    min-block-size: calc(var(--passim-space) * 8);
    padding: 0 calc(var(--passim-space) * 2);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    color: var(--passim-ink);
    font-size: var(--passim-text-s);
  }

  .problem {
    flex-basis: 100%;
    color: var(--passim-rubric);
  }

  .actions {
    display: flex;
    justify-content: flex-end;
    gap: calc(var(--passim-space) * 2);
    padding: calc(var(--passim-space) * 4);
  }

  @media (max-width: 40em) {
    .form {
      inline-size: 100%;
    }

    .toggle,
    input {
      min-block-size: calc(var(--passim-space) * 10);
      font-size: 16px;
    }

    .actions .button {
      flex: 1;
      min-block-size: calc(var(--passim-space) * 11);
    }
  }
`;

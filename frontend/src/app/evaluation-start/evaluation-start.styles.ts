import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2) calc(var(--passim-space) * 4);
    padding: calc(var(--passim-space) * 3) calc(var(--passim-space) * 4);
    border: 1.5px dashed var(--passim-edge);
    border-radius: calc(var(--passim-radius) * 1.5);
    transition: border-color 120ms, background-color 120ms;
  }

  .over {
    border-color: var(--passim-accent);
    border-style: solid;
    background: var(--passim-sunken);
  }

  /* Else the text below the pointer would make it leave the zone. */
  .over * {
    pointer-events: none;
  }

  .invitation {
    flex: 1;
    min-inline-size: 10rem;
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .soft {
    flex-basis: 100%;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .problem {
    margin-block-start: calc(var(--passim-space) * 3);
    color: var(--passim-rubric);
    font-size: var(--passim-text-s);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  form {
    display: grid;
    gap: calc(var(--passim-space) * 2);
    justify-items: start;
    max-inline-size: 34rem;
    margin-block-start: calc(var(--passim-space) * 5);
    font-size: var(--passim-text-s);
  }

  .field,
  legend {
    color: var(--passim-ink-soft);
  }

  #name {
    inline-size: 100%;
    min-block-size: calc(var(--passim-space) * 10);
    padding: 0 calc(var(--passim-space) * 2.5);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: max(16px, var(--passim-text-m));
  }

  fieldset {
    margin: calc(var(--passim-space) * 3) 0;
  }

  .off {
    color: var(--passim-ink-soft);
    cursor: default;
  }

  .hint.problem {
    margin: 0;
    color: var(--passim-rubric);
  }

  /* Nothing can be dragged on a phone. */
  @media (hover: none) {
    .zone {
      border-style: solid;
      border-color: var(--passim-rule);
    }
  }
`;

import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  section {
    margin-block-start: calc(var(--passim-space) * 5);
    padding: calc(var(--passim-space) * 3) calc(var(--passim-space) * 4) var(--passim-space);
    border: 1px solid var(--passim-rule);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--passim-space);
    margin-inline-end: calc(var(--passim-space) * -2);
    padding-block-end: calc(var(--passim-space) * 2);
  }

  .line {
    flex: 1 1 14rem;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }

  progress {
    display: block;
  }

  li:last-child passim-upload-row {
    border-block-end: 0;
  }

  .more {
    margin-inline-start: calc(var(--passim-space) * -2);
  }

  /* The buttons go together below the line, and their words begin where it does. */
  @media (max-width: 40em) {
    .line {
      flex-basis: 100%;
    }

    .line + .quiet {
      margin-inline-start: calc(var(--passim-space) * -2);
    }
  }
`;
